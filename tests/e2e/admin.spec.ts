import type { APIRequestContext, Page } from "@playwright/test";
import { ADMIN_EMAIL, ADMIN_PASSWORD } from "./admin-account";
import { expectAccessible } from "./expect-accessible";
import { expect, fillIn, newEmail, register, test } from "./fixtures";

const main = (page: Page) => page.getByRole("main");
const row = (page: Page, name: string | RegExp) => page.getByRole("row").filter({ hasText: name });

async function signIn(page: Page, path: string, email = ADMIN_EMAIL, password = ADMIN_PASSWORD): Promise<void> {
  await page.goto(path);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await fillIn(page, "Email", email);
  await fillIn(page, "Password", password);
  await main(page).getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL((url) => `${url.pathname}${url.search}` === path);
}

/** Types into a field until it keeps it: the page is there before its script is. */
async function type(page: Page, label: string | RegExp, value: string): Promise<void> {
  const field = main(page).getByLabel(label, { exact: true });
  await expect(async () => {
    await field.fill(value);
    await expect(field).toHaveValue(value, { timeout: 500 });
  }).toPass();
}

async function fillInCareer(page: Page, title: string): Promise<void> {
  await type(page, "Title", title);
  await main(page).getByLabel("Cluster").selectOption({ label: "Farming, forestry, grounds & cleaning" });
  await type(page, /^Keywords/, "marmots\nmountain animals\nquiet talking");
  await type(
    page,
    "Summary",
    "Calms wild marmots with a low voice, so that they leave gardens and mountain huts alone.",
  );
  await type(page, /ordinary day, 1/, "Sit still near a burrow");
  await type(page, /ordinary day, 2/, "Whistle back in the right key");
  await type(page, /ordinary day, 3/, "Write down which marmot answered");
  await type(page, /might like it if/, "you are patient, love mountains and do not mind waiting");
  await type(page, "The hard part", "Cold mornings and animals that change their minds");
  for (const field of await main(page).getByRole("spinbutton").all()) await field.fill("4.5");
  await main(page).getByLabel("Preparation").selectOption("2");
}

/** Jobs that somebody was shown and swiped, so that the page of figures about them has every chart and table. */
async function swipeSome(request: APIRequestContext): Promise<void> {
  const discover = async (): Promise<{ id: string }[]> =>
    (await (await request.get("/api/v1/jobs/discover?limit=50")).json()).items;
  await expect.poll(async () => (await discover()).length).toBeGreaterThan(3);
  for (const [i, { id }] of (await discover()).slice(0, 4).entries()) {
    const data = { jobId: id, direction: i % 2 === 0 ? "RIGHT" : "LEFT" };
    expect((await request.post("/api/v1/swipes", { data })).status()).toBe(200);
  }
}

test("strangers sign in first and come back; for members there is no admin page", async ({ page, browser }) => {
  await signIn(page, "/admin/people?status=locked");
  await expect(page.getByRole("heading", { level: 1, name: "People" })).toBeVisible();
  const other = await browser.newContext();
  const member = await other.newPage();
  await register(member);
  for (const path of ["/admin", "/admin/careers", "/admin/careers/new", "/admin/system"]) {
    const reply = await member.goto(path);
    expect(reply?.status()).toBe(404);
    await expect(member.getByRole("heading", { level: 1, name: "This path ends here" })).toBeVisible();
    await expect(member.getByRole("navigation", { name: "Admin" })).toHaveCount(0);
  }
  await other.close();
});

test("an admin adds a career, finds it at once, deactivates it, and it is gone; the audit log has both", async ({
  page,
}) => {
  const title = `Marmot Whisperers ${Date.now()}`;
  await signIn(page, "/admin/careers");
  await page.getByRole("link", { name: "Add a career" }).click();
  await fillInCareer(page, title);
  // What is wrong is said as soon as the field is left.
  await type(page, "Summary", "Too short.");
  await main(page).getByLabel("The hard part").focus();
  await expect(page.getByText("needs at least 20 characters")).toBeVisible();
  await page.getByRole("button", { name: "Add the career" }).click();
  const problem = page.getByRole("group", { name: /One thing needs your attention/ });
  await expect(problem).toBeFocused();
  await expect(main(page).getByLabel("Title", { exact: true })).toHaveValue(title);
  await type(
    page,
    "Summary",
    "Calms wild marmots with a low voice, so that they leave gardens and mountain huts alone.",
  );
  await page.getByRole("button", { name: "Add the career" }).click();
  await expect(page.getByText(`${title} is added and can be found.`)).toBeVisible();
  await expect(page).toHaveURL(/\/admin\/careers\/99-\d{4}\.00$/);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();

  await page.goto(`/careers?q=marmots`);
  await expect(page.getByRole("article").first().getByRole("heading", { name: title })).toBeVisible();

  await page.goto("/admin/careers?origin=own");
  await row(page, title)
    .getByRole("button", { name: `Deactivate ${title}` })
    .click();
  await expect(page.getByText(`${title} is out of search, lists and recommendations.`)).toBeVisible();
  await expect(row(page, title).getByRole("cell", { name: /^Inactive/ })).toBeVisible();
  await page.goto(`/careers?q=marmots`);
  await expect(page.getByRole("article").first()).toBeVisible();
  await expect(page.getByRole("heading", { name: title })).toHaveCount(0);

  await page.goto("/admin/audit?action=career");
  await expect(row(page, title).filter({ hasText: "Career deactivated" })).toBeVisible();
  await row(page, title)
    .filter({ hasText: "Career added" })
    .getByText(/\d+ fields/)
    .click();
  await expect(row(page, title).getByText("Calms wild marmots").first()).toBeVisible();
});

test("what was typed survives an error and is not left behind by accident; a save can be taken back", async ({
  page,
  context,
}) => {
  await signIn(page, "/admin/careers/27-1014.00");
  const tough = main(page).getByLabel("The hard part");
  const before = await tough.inputValue();
  await type(page, "The hard part", "Deadlines, and software that crashes");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("group", { name: "It is not saved" })).toBeFocused();
  await expect(tough).toHaveValue("Deadlines, and software that crashes");
  await context.setOffline(false);
  await page.getByRole("navigation", { name: "Admin" }).getByRole("link", { name: "System" }).click();
  const dialog = page.getByRole("dialog", { name: "Leave without saving?" });
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(page).toHaveURL(/27-1014/);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/Animators is saved\.$/)).toBeVisible();
  await expect(page.getByText(/Changed from the shipped catalogue: The hard part/)).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("The change is taken back.")).toBeVisible();
  await expect(tough).toHaveValue(before);
});

test("an admin locks somebody, whose session ends at once, and gives them a temporary password", async ({
  page,
  browser,
}) => {
  const other = await browser.newContext();
  const person = await other.newPage();
  const email = await register(person, newEmail());
  await signIn(page, `/admin/people?q=${encodeURIComponent(email)}`);
  await page.getByRole("button", { name: `Lock ${email}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Lock", exact: true }).click();
  await expect(page.getByText(`${email} is locked and signed out everywhere.`)).toBeVisible();
  await person.goto("/settings");
  await expect(person).toHaveURL(/\/sign-in/);
  await page.getByRole("button", { name: `Unlock ${email}` }).click();
  await expect(page.getByText(`${email} can sign in again.`)).toBeVisible();
  await page.getByRole("button", { name: `Set a temporary password for ${email}` }).click();
  await page.getByRole("button", { name: "Replace the password" }).click();
  const password = (await page.getByRole("dialog").locator("code").textContent()) ?? "";
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText(password)).toHaveCount(0);
  await signIn(person, "/profile", email, password);
  await other.close();
});

test("filters and order are in the address, and Back goes to the view before", async ({ page }) => {
  await signIn(page, "/admin/careers?cluster=medicine&sort=wage&order=desc");
  const wage = page.getByRole("columnheader", { name: "Median wage" });
  await expect(wage).toHaveAttribute("aria-sort", "descending");
  await wage.getByRole("button").click();
  await expect(wage).toHaveAttribute("aria-sort", "ascending");
  await expect(page).toHaveURL(/sort=wage(?!.*order=desc)/);
  await page.goBack();
  await expect(wage).toHaveAttribute("aria-sort", "descending");
  await main(page).getByRole("searchbox", { name: "Search" }).fill("zzzz");
  await expect(page.getByRole("heading", { name: "No career is like that" })).toBeVisible();
  await page.getByRole("button", { name: "Clear the filters" }).click();
  await expect(page.getByText(/^1–25 of 9\d\d$/)).toBeVisible();
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await expect(page.getByText(/^26–50 of 9\d\d$/)).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  expect((await download).suggestedFilename()).toMatch(/^waymark-careers-.*\.csv$/);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`no admin page has an accessibility violation in the ${colorScheme} theme`, async ({ page, request }) => {
    // Ten pages in two widths, each looked through whole.
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await swipeSome(request);
    await signIn(page, "/admin");
    const careers = ["/admin/careers", "/admin/careers?q=zzzz", "/admin/careers/new", "/admin/careers/15-1252.00"];
    for (const path of [
      "/admin",
      ...careers,
      "/admin/jobs",
      "/admin/models",
      "/admin/people",
      "/admin/audit",
      "/admin/system",
    ]) {
      for (const viewport of [
        { width: 1280, height: 800 },
        { width: 390, height: 844 },
      ]) {
        await page.setViewportSize(viewport);
        await page.goto(path);
        await expectAccessible(page, `${path} at ${viewport.width}`);
      }
    }
  });
}
