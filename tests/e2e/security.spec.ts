import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { ADMIN_EMAIL, ADMIN_PASSWORD } from "./admin-account";
import { expect, fillIn, submitQuiz, test } from "./fixtures";
import { postJobs } from "./job-postings";

/** Every page of the build, so that a new one has to be listed below. */
const PATTERNS = Object.entries(
  JSON.parse(readFileSync(".next/app-path-routes-manifest.json", "utf8")) as Record<string, string>,
)
  .filter(([file, pattern]) => file.endsWith("/page") && !pattern.startsWith("/_"))
  .map(([, pattern]) => pattern);

/** A job of one's own company and somebody who applied to it. */
type Opening = { ownJob: string; applicant: string };

/** Examples of the pages that have parameters, or show more with some. */
const EXAMPLES: Record<string, (made: { session: string; share: string; job: string } & Opening) => string[]> = {
  "/admin/careers/[code]": () => ["/admin/careers/15-1252.00"],
  "/applications/[applicationId]": ({ applicant }) => [`/applications/${applicant}`],
  "/careers": () => ["/careers", "/careers?q=animals"],
  "/careers/[code]": ({ session }) => ["/careers/15-1252.00", `/careers/29-1141.00?from=${session}`],
  "/compare": () => ["/compare", "/compare?codes=15-1252.00,29-1141.00"],
  "/employer/applications/[applicationId]": ({ applicant }) => [`/employer/applications/${applicant}`],
  "/employer/jobs/[jobId]": ({ ownJob }) => [`/employer/jobs/${ownJob}`],
  "/employer/jobs/[jobId]/edit": ({ ownJob }) => [`/employer/jobs/${ownJob}/edit`],
  "/jobs": () => ["/jobs", "/jobs?view=list&remote=true"],
  "/jobs/[jobId]": ({ job }) => [`/jobs/${job}`],
  "/results/[sessionId]": ({ session }) => [`/results/${session}`],
  "/s/[shareId]": ({ share }) => [`/s/${share}`],
};

/** What a page did against its content policy, collected from before its first script on. */
async function watchPolicy(page: Page): Promise<string[]> {
  const violations: string[] = [];
  await page.exposeFunction("reportViolation", (text: string) => violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { effectiveDirective, blockedURI, sourceFile, sample } = event;
      (window as unknown as { reportViolation: (text: string) => void }).reportViolation(
        `${location.pathname}: ${effectiveDirective} ${blockedURI} ${sourceFile} ${sample}`,
      );
    });
  });
  return violations;
}

for (const visitor of ["a guest", "an admin"] as const) {
  test(`no page does anything against its own content policy, as ${visitor} sees it`, async ({ page, request }) => {
    // Every page there is, one after the other.
    test.slow();
    const violations = await watchPolicy(page);
    if (visitor === "an admin") await signInAsAdmin(page);
    const session = await submitQuiz(page);
    await page.request.post("/api/v1/results/recommend", { data: { sessionId: session } });
    const shared = await page.request.post(`/api/v1/results/${session}/share`, { data: {} });
    const { id: share } = await shared.json();
    const opening = visitor === "an admin" ? await makeOpening(page) : NO_OPENING;
    const job = (await postJobs(request, 3)).jobs[0]?.id ?? "";
    const made = { session, share, job, ...opening };
    const paths = PATTERNS.flatMap((pattern) => EXAMPLES[pattern]?.(made) ?? [pattern]);
    expect(paths.filter((path) => path.includes("["))).toEqual([]);
    for (const path of [...paths, "/nowhere"]) {
      const reply = await page.goto(path);
      expect(reply?.headers()["content-security-policy"], path).toContain("'strict-dynamic'");
      await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
      await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
    }
    expect(violations).toEqual([]);
  });
}

/** Guests are sent to sign in, whatever the address names. */
const NO_OPENING: Opening = { ownJob: crypto.randomUUID(), applicant: crypto.randomUUID() };

async function makeOpening(page: Page): Promise<Opening> {
  const call = async (method: "put" | "post" | "get", path: string, data?: object) =>
    (await page.request[method](`/api/v1/${path}`, { data })).json();
  await call("put", "employer/company", { name: "Policy Makers" });
  const { id } = await call("post", "employer/jobs", {
    title: "Proofreader",
    description: "Reads every line of a policy until nothing is left to misread.",
    remote: true,
  });
  await call("post", "swipes", { jobId: id, direction: "RIGHT" });
  const { items } = await call("get", `employer/jobs/${id}/applicants`);
  return { ownJob: id, applicant: items[0].applicationId };
}

async function signInAsAdmin(page: Page): Promise<void> {
  await page.goto("/sign-in?next=/settings");
  await fillIn(page, "Email", ADMIN_EMAIL);
  await fillIn(page, "Password", ADMIN_PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
}

test("each reply has a nonce of its own, and none that a client sent", async ({ request }) => {
  const nonceOf = async (): Promise<string | undefined> => {
    const reply = await request.get("/careers", { headers: { "x-nonce": "chosen", "content-security-policy": "" } });
    const nonce = /'nonce-([^']+)'/.exec(reply.headers()["content-security-policy"] ?? "")?.[1];
    const nonces = [...(await reply.text()).matchAll(/ nonce="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(nonces)).toEqual(new Set([nonce]));
    return nonce;
  };
  expect(await nonceOf()).not.toBe(await nonceOf());
});

test("pages, files, the API and what is not there all carry the strict headers", async ({ request }) => {
  const script = /src="(\/_next\/static\/[^"]+\.js)"/.exec(await (await request.get("/")).text())?.[1] ?? "";
  for (const path of ["/", script, "/icon.svg", "/api/v1/careers", "/api/v1/nowhere", "/_next/static/no.js", "/no"]) {
    const headers = (await request.get(path)).headers();
    expect(headers, path).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "x-frame-options": "DENY",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "permissions-policy": expect.stringContaining("camera=()"),
      "x-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(headers["x-powered-by"], path).toBeUndefined();
    expect(headers["strict-transport-security"], path).toBeUndefined();
    if (path.startsWith("/api/")) expect(headers["content-security-policy"]).toMatch(/^default-src 'none'/);
  }
  expect((await request.get(script)).headers()["cache-control"]).toContain("immutable");
  const overTls = await request.get("/careers", { headers: { "x-forwarded-proto": "https" } });
  expect(overTls.headers()["strict-transport-security"]).toMatch(/^max-age=\d{8}; includeSubDomains$/);
  expect(overTls.headers()["content-security-policy"]).toContain("upgrade-insecure-requests");
});
