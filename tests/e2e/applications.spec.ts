import type { APIRequestContext, Page } from "@playwright/test";
import { expectAccessible } from "./expect-accessible";
import { expect, fillIn, newEmail, PASSWORD, register, test } from "./fixtures";

const HTML = "<b>Bring</b> your kite & an <img src=x onerror=alert(1)> idea";

type Employer = {
  post: (title: string) => Promise<string>;
  move: (applicationId: string, status: string, message?: string) => Promise<number>;
  read: (applicationId: string) => Promise<{ note?: string; events: { message: string }[] }>;
};

/** Somebody with a company page, who acts through the API. */
async function makeEmployer(request: APIRequestContext): Promise<Employer> {
  const account = await request.post("/api/v1/auth/register", { data: { email: newEmail(), password: PASSWORD } });
  const headers = { authorization: `Bearer ${(await account.json()).accessToken}` };
  const company = await request.put("/api/v1/employer/company", { headers, data: { name: "Kitewerk" } });
  expect(company.status()).toBe(200);
  const description = "Build kites with us, from the first sketch to the last knot.";
  const applications = "/api/v1/employer/applications";
  return {
    post: async (title) => {
      const data = { title, description, location: "Athens, GA", tags: ["Sewing", "Drawing"] };
      const reply = await request.post("/api/v1/employer/jobs", { headers, data });
      expect(reply.status()).toBe(201);
      return (await reply.json()).id;
    },
    move: async (id, status, message) =>
      (await request.post(`${applications}/${id}/status`, { headers, data: { status, message } })).status(),
    read: async (id) => (await request.get(`${applications}/${id}`, { headers })).json(),
  };
}

/** Swipes a job right. @returns the application's id */
async function apply(page: Page, jobId: string): Promise<string> {
  const reply = await page.request.post("/api/v1/swipes", { data: { jobId, direction: "RIGHT" } });
  expect(reply.status()).toBe(200);
  return (await reply.json()).application.id;
}

const column = (page: Page, name: string) => page.getByRole("region", { name, exact: false }).getByRole("article");
const card = (page: Page, title: string) => page.getByRole("article", { name: title });

test("somebody follows an application from sending it to the offer, and talks with the employer", async ({
  page,
  request,
}) => {
  const employer = await makeEmployer(request);
  const jobs = [await employer.post("Kite maker"), await employer.post("Kite seller")] as const;
  await register(page);
  const id = await apply(page, jobs[0]);
  await apply(page, jobs[1]);
  await page.goto("/applications");
  await expect(column(page, "Sent 2")).toHaveCount(2);
  await expect(card(page, "Kite maker").getByText(/^New/)).toHaveCount(0);

  expect(await employer.move(id, "HR_MEETING", HTML)).toBe(200);
  await page.reload();
  await expect(column(page, "HR meeting 1")).toHaveCount(1);
  await expect(card(page, "Kite maker").getByText(/^New/)).toBeVisible();
  await expect(card(page, "Kite maker").getByText(/^Moved to HR meeting, /)).toBeVisible();
  await page.getByRole("link", { name: "Kite maker" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Kite maker" })).toBeVisible();
  // What the employer wrote is shown as it was written.
  await expect(page.getByRole("region", { name: "What happened" }).getByText(HTML)).toBeVisible();
  await expect(page.locator("[aria-current=step]")).toContainText("HR meeting");

  await fillIn(page, "Message", "Gladly, on Monday.");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Your message" })).toContainText("Gladly, on Monday.");
  await expect(page.getByLabel("Message", { exact: true })).toHaveValue("");
  expect((await employer.read(id)).events.at(-1)?.message).toBe("Gladly, on Monday.");

  await page.getByRole("link", { name: "All your applications" }).click();
  await expect(card(page, "Kite maker")).toBeVisible();
  await expect(card(page, "Kite maker").getByText(/^New/)).toHaveCount(0);
  for (const status of ["TECHNICAL_INTERVIEW", "FINAL_INTERVIEW", "HIRED"]) {
    expect(await employer.move(id, status)).toBe(200);
  }
  await page.goto(`/applications/${id}`);
  await expect(page.getByText("You are hired. Congratulations!")).toBeVisible();
  await expect(page.locator("[aria-current=step] time")).toBeVisible();
  // Nothing left to take back.
  await expect(page.getByRole("button", { name: "Withdraw this application" })).toHaveCount(0);
});

test("a note saves itself, and the employer never reads it", async ({ page, request }) => {
  const employer = await makeEmployer(request);
  await register(page);
  const id = await apply(page, await employer.post("Kite maker"));
  await page.goto(`/applications/${id}`);
  const note = page.getByLabel("Your note", { exact: true }).and(page.locator("textarea"));
  await expect(async () => {
    await note.fill("");
    await note.fill("Ask about the wind.");
    await expect(page.getByRole("region", { name: "Your note" }).getByRole("status")).not.toBeEmpty({ timeout: 500 });
  }).toPass();
  await expect(page.getByRole("region", { name: "Your note" }).getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await expect(note).toHaveValue("Ask about the wind.");
  expect(JSON.stringify(await employer.read(id))).not.toContain("wind");
});

test("by keyboard alone somebody withdraws; it stays, and the employer can do nothing more", async ({
  page,
  request,
}) => {
  const employer = await makeEmployer(request);
  await register(page);
  const id = await apply(page, await employer.post("Kite maker"));
  await page.goto(`/applications/${id}`);
  const dialog = page.getByRole("dialog", { name: "Withdraw this application?" });
  await expect(async () => {
    await page.getByRole("button", { name: "Withdraw this application" }).press("Enter");
    await expect(dialog).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "Withdraw this application" }).press("Enter");
  await dialog.getByRole("button", { name: "Withdraw", exact: true }).press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "The application is withdrawn." })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Where it stands" })).toBeFocused();
  await expect(page.getByText(/^You withdrew this application on /)).toBeVisible();
  expect(await employer.move(id, "HR_MEETING")).toBe(409);
  await page.goto("/applications");
  await expect(column(page, "Withdrawn 1")).toHaveCount(1);
  await page.getByLabel("Show", { exact: true }).selectOption("Still open");
  await expect(page.getByText("None of your applications is like this.")).toBeVisible();
  await expect(page).toHaveURL("/applications?state=open");
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(card(page, "Kite maker")).toBeVisible();
  await page.getByRole("link", { name: "Latest first" }).click();
  await expect(page).toHaveURL("/applications?view=list");
  await expect(card(page, "Kite maker").getByText("Withdrawn", { exact: true })).toBeVisible();
});

test("a filter that is chosen before the scripts arrive is not lost", async ({ page, request }) => {
  const employer = await makeEmployer(request);
  await register(page);
  await apply(page, await employer.post("Kite maker"));
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto("/applications", { waitUntil: "commit" });
  await page.getByLabel("Show", { exact: true }).selectOption("Withdrawn");
  arrive();
  await expect(page.getByText("None of your applications is like this.")).toBeVisible();
  await expect(page).toHaveURL("/applications?state=withdrawn");
});

test("a guest's applications wait for an account, and come along to it", async ({ page, request }) => {
  const employer = await makeEmployer(request);
  const jobId = await employer.post("Kite maker");
  await page.goto("/applications");
  await expect(page.getByRole("link", { name: "See jobs for you" })).toHaveAttribute("href", "/jobs");
  const id = await apply(page, jobId);
  await page.goto(`/applications/${id}`);
  await expect(page.getByText("With an account you can write to the employer.")).toBeVisible();
  expect(await employer.move(id, "HR_MEETING")).toBe(404);
  await page.goto("/applications");
  await page.getByRole("complementary", { name: "Your applications wait" }).getByRole("link").click();
  await fillIn(page, "Email", newEmail());
  await fillIn(page, "Password", PASSWORD);
  await page.getByRole("button", { name: "Make my account" }).click();
  await expect(page).toHaveURL("/applications");
  await expect(card(page, "Kite maker")).toBeVisible();
  await expect(page.getByRole("complementary", { name: "Your applications wait" })).toHaveCount(0);
  expect(await employer.move(id, "HR_MEETING")).toBe(200);
});

test("somebody else's application is not there, and a stranger is asked who they are", async ({
  page,
  request,
  browser,
}) => {
  const employer = await makeEmployer(request);
  const id = await apply(page, await employer.post("Kite maker"));
  const other = await browser.newPage();
  await other.goto(`/applications/${id}`);
  await expect(other).toHaveURL(`/sign-in?next=${encodeURIComponent(`/applications/${id}`)}`);
  await register(other);
  for (const path of [id, "x"]) {
    expect((await other.goto(`/applications/${path}`))?.status()).toBe(404);
    await expect(other.getByRole("heading", { level: 1, name: "There is no such application" })).toBeVisible();
  }
  await other.close();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`no page of applications has an accessibility violation in the ${colorScheme} theme`, async ({
    page,
    request,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.goto("/applications");
    await expectAccessible(page, "nothing yet");
    const employer = await makeEmployer(request);
    const guests = await apply(page, await employer.post("Kite maker of a guest"));
    await page.goto(`/applications/${guests}`);
    await expectAccessible(page, "a guest's application");
    await register(page);
    const ids = [];
    for (const title of ["Kite maker", "Kite seller", "Kite tester"])
      ids.push(await apply(page, await employer.post(title)));
    await employer.move(ids[0] ?? "", "HR_MEETING", HTML);
    await employer.move(ids[1] ?? "", "REJECTED");
    await page.request.post(`/api/v1/applications/${ids[2]}/withdraw`);
    for (const path of ["", "?view=list", "?status=HIRED", "/x", ...ids.map((id) => `/${id}`)]) {
      await page.goto(`/applications${path}`);
      await expectAccessible(page, `/applications${path}`);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of ["", "?view=list", `/${ids[0]}`]) {
      await page.goto(`/applications${path}`);
      await expectAccessible(page, `/applications${path} on a phone`);
    }
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect(page.getByText("Write a message first.").first()).toBeVisible();
    await page.getByRole("button", { name: "Withdraw this application" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectAccessible(page, "the question before withdrawing");
  });
}
