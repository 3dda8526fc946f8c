import type { Browser, Page } from "@playwright/test";
import { expectAccessible } from "./expect-accessible";
import { expect, fillIn, register, test } from "./fixtures";

const main = (page: Page) => page.getByRole("main");
const card = (page: Page, name: string) => page.getByRole("article", { name });
const column = (page: Page, name: string) => page.getByRole("region", { name: new RegExp(`^${name} \\d`) });

const DESCRIPTION = "Looks after people through the night, gives medicines and talks with worried families.";
const JOB = {
  title: "Registered Nurse",
  description: DESCRIPTION,
  location: "Austin, TX",
  tags: ["Triage", "Patient care"],
  seniority: "MID",
};

/** An employer with a company, for tests that are about what comes after it. */
async function makeEmployer(page: Page, company: string): Promise<void> {
  await register(page);
  expect((await page.request.put("/api/v1/employer/company", { data: { name: company } })).status()).toBe(200);
}

async function postJob(page: Page, job: object = {}): Promise<string> {
  const reply = await page.request.post("/api/v1/employer/jobs", { data: { ...JOB, ...job } });
  expect(reply.status()).toBe(201);
  return (await reply.json()).id;
}

/** Somebody in a browser of their own. */
async function makeSeeker(browser: Browser, profile: object): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await register(page);
  expect((await page.request.patch("/api/v1/me", { data: profile })).status()).toBe(200);
  return page;
}

/** Somebody in a browser of their own who applies. */
async function applyElsewhere(browser: Browser, jobId: string, profile: object): Promise<Page> {
  const page = await makeSeeker(browser, profile);
  const swipe = await page.request.post("/api/v1/swipes", { data: { jobId, direction: "RIGHT" } });
  expect(swipe.status()).toBe(200);
  return page;
}

const NURSE = {
  headline: "Night nurse with six years in intensive care",
  skills: ["Triage", "Patient care", "CPR"],
  seniority: "MID",
  preferredLocations: ["Austin, TX"],
};
const ACCOUNTANT = { headline: "Accountant", skills: ["Excel"], seniority: "ENTRY", preferredLocations: ["Boise, ID"] };

test("an employer makes a company, posts a job with its pay in context, and closes it with a way back", async ({
  page,
}) => {
  const company = `Owl Clinic ${Date.now()}`;
  await page.goto("/employer");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Femployer$/);
  await register(page);
  await page.getByRole("contentinfo").getByRole("link", { name: "For employers" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Find people who fit" })).toBeVisible();
  await fillIn(page, "Company name", company);
  await fillIn(page, "Website (optional)", "owl clinic");
  await page.getByRole("button", { name: "Make the company page" }).click();
  await expect(page.getByRole("group", { name: "There is a problem" })).toBeFocused();
  await fillIn(page, "Website (optional)", "https://owl.example.com");
  await page.getByRole("button", { name: "Make the company page" }).click();
  await expect(page.getByText(`${company} has a page now.`)).toBeVisible();
  await page.getByRole("button", { name: "Your account" }).click();
  await expect(page.getByRole("link", { name: "Hiring" })).toBeVisible();
  await page.keyboard.press("Escape");

  await main(page).getByRole("link", { name: "Post a job" }).first().click();
  await fillIn(page, "Job title", JOB.title);
  await fillIn(page, "Description", DESCRIPTION);
  await fillIn(page, "Place", JOB.location);
  await main(page).getByRole("combobox", { name: "Skills and tools" }).fill("Triage,");
  await fillIn(page, "From (optional)", "40k");
  await fillIn(page, "To (optional)", "$50,000");
  const hint = page.getByRole("region", { name: "About this salary" });
  await expect(hint.getByRole("link", { name: "Registered Nurses" })).toBeVisible();
  await expect(hint.getByRole("status")).toHaveText(/lower than what 9 in 10/);
  await expect(hint.getByRole("img", { name: /You offer \$40,000 to \$50,000 a year/ })).toBeVisible();
  const preview = page.getByRole("complementary", { name: "As people see it" });
  await expect(preview.getByRole("heading", { name: JOB.title })).toBeVisible();
  await expect(preview).toContainText(company);
  await expect(preview).toContainText("Triage");
  await page.getByRole("button", { name: "Post the job" }).click();
  await expect(page.getByText(`${JOB.title} is posted`)).toBeVisible();
  await expect(page).toHaveURL(/\/employer\/jobs\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { name: "Nobody has applied yet" })).toBeVisible();

  await page.getByRole("button", { name: `Close ${JOB.title}` }).click();
  await expect(page.getByText(`${JOB.title} is closed`)).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(`${JOB.title} is open again.`)).toBeVisible();
});

test("faults stand beside their fields, and nothing that was typed is lost offline or left behind by accident", async ({
  page,
  context,
}) => {
  await makeEmployer(page, "Patient Typists");
  await page.goto("/employer/jobs/new");
  await fillIn(page, "Job title", "Typist");
  await fillIn(page, "From (optional)", "90k");
  await fillIn(page, "To (optional)", "20k");
  await page.getByRole("button", { name: "Post the job" }).click();
  const problem = page.getByRole("group", { name: "There are 3 problems" });
  await expect(problem).toBeFocused();
  await expect(main(page).getByLabel("To (optional)")).toHaveAccessibleDescription(/at least the lower end, \$90,000/);
  await problem.getByRole("link", { name: /^Name a place/ }).click();
  await expect(main(page).getByLabel("Place", { exact: true })).toBeFocused();
  await page.getByText("It can be done remotely").click();
  await fillIn(page, "To (optional)", "95k");
  await fillIn(page, "Description", DESCRIPTION);
  await context.setOffline(true);
  await page.getByRole("button", { name: "Post the job" }).click();
  await expect(page.getByRole("group", { name: "There is a problem" })).toContainText("We cannot reach Waymark");
  await expect(main(page).getByLabel("Description")).toHaveValue(DESCRIPTION);
  await context.setOffline(false);
  await page.getByRole("link", { name: "All your jobs" }).click();
  const dialog = page.getByRole("dialog", { name: "Leave without saving?" });
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Post the job" }).click();
  await expect(page.getByText("Typist is posted")).toBeVisible();

  await page.getByRole("link", { name: "Edit Typist" }).click();
  await fillIn(page, "Job title", "Fast typist");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Fast typist" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Typist", exact: true })).toBeVisible();
});

type Seen = { items: { id: string; status: string; withdrawnAt: string | null }[] };
const readApplications = async (page: Page): Promise<Seen> => (await page.request.get("/api/v1/applications")).json();

test("applicants come ranked and explained, go to HIRED by allowed steps alone, and see every one", async ({
  page,
  browser,
}) => {
  await makeEmployer(page, "Night Owls");
  const place = `Owlton ${Date.now()}`;
  const jobId = await postJob(page, { location: place });
  // The job is in the feed at once, and a swipe applies.
  const nurse = await makeSeeker(browser, NURSE);
  await nurse.goto(`/jobs?location=${encodeURIComponent(place)}`);
  await nurse.getByRole("article").getByRole("link", { name: JOB.title, exact: true }).focus();
  await nurse.keyboard.press("ArrowRight");
  await expect.poll(async () => (await readApplications(nurse)).items.length).toBe(1);
  const accountant = await applyElsewhere(browser, jobId, ACCOUNTANT);
  await page.goto(`/employer/jobs/${jobId}`);
  await expect(column(page, "New").getByRole("article")).toHaveCount(2);
  const first = column(page, "New").getByRole("article").first();
  await expect(first).toContainText("Rank 1");
  await expect(first).toContainText(NURSE.headline);
  await expect(first.getByRole("list", { name: "Why they match" })).toContainText("Triage");
  await first.getByText("How the score adds up").click();
  await expect(first).toContainText(/Together \d+\.\d of 100/);

  const person = card(page, NURSE.headline);
  const open = person.getByRole("button", { name: `Move ${NURSE.headline}` });
  const menu = page.getByRole("dialog", { name: `Move ${NURSE.headline}` });
  await open.click();
  await expect(menu.getByRole("button")).toHaveText(["In review", "HR meeting", "Reject"]);
  await page.keyboard.press("Escape");
  const steps = [
    ["In review", "WAITING_FOR_REVIEW"],
    ["HR meeting", "HR_MEETING"],
    ["Technical interview", "TECHNICAL_INTERVIEW"],
    ["Final interview", "FINAL_INTERVIEW"],
  ] as const;
  for (const [label, status] of steps) {
    // By keyboard alone.
    await open.press("Enter");
    await menu.getByRole("button", { name: label, exact: true }).press("Enter");
    await expect(page.getByText(`${NURSE.headline} is moved to ${label}.`)).toBeVisible();
    await expect(column(page, label).getByRole("article", { name: NURSE.headline })).toBeVisible();
    await expect(person.getByRole("link", { name: NURSE.headline })).toBeFocused();
    expect((await readApplications(nurse)).items).toMatchObject([{ status }]);
  }
  await open.click();
  await menu.getByRole("button", { name: "Hire" }).click();
  const ask = page.getByRole("dialog", { name: `Hire ${NURSE.headline}?` });
  await ask.getByLabel("Message (optional)").fill("Welcome! We start on Monday.");
  await ask.getByRole("button", { name: "Hire" }).click();
  await expect(column(page, "Hired").getByRole("article", { name: NURSE.headline })).toBeVisible();
  await expect(open).toHaveCount(0);
  const [hired] = (await readApplications(nurse)).items;
  const detail = await (await nurse.request.get(`/api/v1/applications/${hired?.id}`)).json();
  expect(detail.status).toBe("HIRED");
  expect(detail.events.at(-1)).toMatchObject({ toStatus: "HIRED", message: "Welcome! We start on Monday." });

  await nurse.goto("/applications");
  await nurse
    .getByRole("region", { name: /^Hired/ })
    .getByRole("link", { name: JOB.title, exact: true })
    .click();
  await expect(nurse.getByRole("heading", { level: 1, name: JOB.title })).toBeVisible();
  await expect(nurse.getByRole("region", { name: "What happened" })).toContainText("Welcome! We start on Monday.");

  await accountant.request.delete(`/api/v1/swipes/${jobId}`);
  await page.reload();
  await expect(card(page, "Accountant")).toContainText("Withdrawn");
  await expect(card(page, "Accountant").getByRole("button", { name: /^Move/ })).toHaveCount(0);
});

test("a move that somebody else overtook is taken back and says where things are; one that cannot be sent keeps its message", async ({
  page,
  browser,
  context,
}) => {
  await makeEmployer(page, "Two Heads");
  const jobId = await postJob(page);
  await applyElsewhere(browser, jobId, NURSE);
  const { items } = await (await page.request.get(`/api/v1/employer/jobs/${jobId}/applicants`)).json();
  const path = `/api/v1/employer/applications/${items[0].applicationId}`;
  await page.goto(`/employer/jobs/${jobId}`);
  const open = page.getByRole("button", { name: `Move ${NURSE.headline}` });
  await open.click();
  await page.request.post(`${path}/status`, { data: { status: "HR_MEETING" } });
  await page.getByRole("dialog").getByRole("button", { name: "In review" }).click();
  await expect(page.getByText(/was moved meanwhile and is at HR meeting now/)).toBeVisible();
  await expect(column(page, "HR meeting").getByRole("article", { name: NURSE.headline })).toBeVisible();

  await page.getByRole("link", { name: NURSE.headline }).click();
  await expect(page.getByRole("heading", { level: 1, name: NURSE.headline })).toBeVisible();
  await expect(page.getByRole("region", { name: "History" }).getByRole("listitem")).toHaveText([
    /^Applied/,
    /^Moved to HR meeting/,
  ]);
  await fillIn(page, "Message", "Does Tuesday work?");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("Your message is sent.")).toBeVisible();
  await expect(page.getByRole("region", { name: "History" })).toContainText("Does Tuesday work?");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Reject" }).click();
  const ask = page.getByRole("dialog", { name: `Reject ${NURSE.headline}?` });
  await ask.getByLabel("Message (optional)").fill("Thank you for your time.");
  await ask.getByRole("button", { name: "Reject" }).click();
  await expect(ask.getByRole("alert")).toContainText("We cannot reach Waymark");
  await context.setOffline(false);
  await ask.getByRole("button", { name: "Reject" }).click();
  await expect(page.getByText("This is the end of the way")).toBeVisible();
  await expect(page.getByRole("region", { name: "History" })).toContainText("Thank you for your time.");
});

test("somebody else's job and applicant are not there", async ({ page, browser }) => {
  await makeEmployer(page, "Own Door");
  const jobId = await postJob(page);
  const stranger = await (await browser.newContext()).newPage();
  await makeEmployer(stranger, "Next Door");
  for (const path of [`/employer/jobs/${jobId}`, `/employer/jobs/${jobId}/edit`, "/employer/applications/x"]) {
    expect((await stranger.goto(path))?.status(), path).toBe(404);
  }
});

/** Each page is looked through in both themes, once as a phone and once as a desktop shows it. */
const LOOKS = [
  { colorScheme: "light", width: 360, height: 740 },
  { colorScheme: "dark", width: 1280, height: 800 },
] as const;

for (const { colorScheme, ...viewport } of LOOKS) {
  test(`no employer's page has an accessibility violation ${viewport.width} wide in the ${colorScheme} theme`, async ({
    page,
    browser,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await register(page);
    await page.setViewportSize(viewport);
    await page.goto("/employer");
    await expectAccessible(page, "/employer without a company");
    await page.request.put("/api/v1/employer/company", { data: { name: "Clear View", location: "Boise, ID" } });
    const jobId = await postJob(page);
    await applyElsewhere(browser, jobId, NURSE);
    const { items } = await (await page.request.get(`/api/v1/employer/jobs/${jobId}/applicants`)).json();
    const job = `/employer/jobs/${jobId}`;
    const forms = ["/employer/company", "/employer/jobs/new", `${job}/edit`];
    for (const path of ["/employer", ...forms, `/employer/applications/${items[0].applicationId}`, job]) {
      await page.goto(path);
      if (path.endsWith("/edit")) await expect(page.getByRole("link", { name: "Registered Nurses" })).toBeVisible();
      await expectAccessible(page, path);
    }
    await page.getByRole("button", { name: `Move ${NURSE.headline}` }).click();
    await expectAccessible(page, "the menu of steps");
    await page.getByRole("button", { name: "Reject" }).click();
    await expect(page.getByRole("dialog", { name: /^Reject/ })).toBeVisible();
    await expectAccessible(page, "the question before rejecting");
  });
}
