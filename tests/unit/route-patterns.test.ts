import fc from "fast-check";
import { expect, test } from "vitest";
import { toMatcher } from "@/lib/adapters/route-patterns";

const PATTERNS = ["/", "/careers", "/careers/[code]", "/api/v1/careers/[code]", "/api/v1/careers/search", "/a/[x]/[y]"];
const toRoute = toMatcher([...PATTERNS, "/a/[x]/b", "/api/auth/[...nextauth]"]);

test.each([
  ["/", "/"],
  ["/careers", "/careers"],
  ["/careers/15-1252.00", "/careers/[code]"],
  ["/api/v1/careers/search", "/api/v1/careers/search"],
  ["/api/v1/careers/x", "/api/v1/careers/[code]"],
  ["/a/1/b", "/a/[x]/b"],
  ["/a/1/c", "/a/[x]/[y]"],
  ["/api/auth/callback/credentials", "/api/auth/[...nextauth]"],
  ["/_next/static/chunks/1.js", "/_next/static/*"],
  ["/careers/", "unmatched"],
  ["/careers/x/y", "unmatched"],
  ["/wp-login.php", "unmatched"],
])("%s belongs to %s", (path, route) => {
  expect(toRoute(path)).toBe(route);
});

test("whatever is asked for, there are no more routes than the build has", () => {
  const known = new Set([...PATTERNS, "/a/[x]/b", "/api/auth/[...nextauth]", "unmatched"]);
  const segment = fc.oneof(fc.constantFrom("careers", "api", "v1", "a", "[code]", "", ".."), fc.string());
  fc.assert(
    fc.property(fc.array(segment), (parts) => known.has(toRoute(`/${parts.join("/")}`).replace(/^.*\/\*$/, "/"))),
  );
});
