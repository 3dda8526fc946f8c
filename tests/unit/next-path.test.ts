import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toNextPath, withNext } from "@/lib/web/client/next-path";

const SITE = "https://waymark.example";

describe("toNextPath", () => {
  it.each(["/profile", "/results/4f?weights=salary:1", "/careers?q=a%20b#list", "/"])("goes on to %s", (path) => {
    expect(toNextPath(path)).toBe(path);
  });

  it.each([
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/.//evil.example",
    "/..//evil.example",
    "/x/..//evil.example",
    "/%2e//evil.example",
    "https://evil.example",
    "https:evil.example",
    "javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    " //evil.example",
    "@evil.example",
    "",
    null,
    undefined,
  ])("stays here for %j", (next) => {
    expect(toNextPath(next)).toBe("/");
  });

  it.each(["/sign-in", "/register?next=/x", "/sign-in/", "/api/v1/me", "/x/../sign-in"])(
    "does not go back to %s",
    (path) => {
      expect(toNextPath(path, "/profile")).toBe("/profile");
    },
  );

  it("never leaves the site, whatever it is given", () => {
    const part = fc.constantFrom(
      "/",
      "\\",
      ".",
      "..",
      "%2e",
      "\t",
      "\r",
      "@",
      ":",
      "evil.example",
      "javascript:",
      "?",
      "#",
      " ",
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(fc.oneof(part, fc.string({ maxLength: 3 })), { maxLength: 8 }).map((a) => a.join("")),
    );
    fc.assert(
      fc.property(text, fc.boolean(), (next, withSlash) => {
        const target = new URL(toNextPath(withSlash ? `/${next}` : next), `${SITE}/sign-in`);
        expect(target.origin).toBe(SITE);
      }),
      { numRuns: 5000 },
    );
  });

  it("is stable: what it returned, it returns again", () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        expect(toNextPath(toNextPath(path))).toBe(toNextPath(path));
      }),
    );
  });
});

describe("withNext", () => {
  it("keeps the page with its query, and leaves out the start page", () => {
    expect(withNext("/sign-in", "/careers?q=a b")).toBe("/sign-in?next=%2Fcareers%3Fq%3Da%2520b");
    expect(withNext("/register", "/")).toBe("/register");
    expect(withNext("/register", "//evil.example")).toBe("/register");
  });
});
