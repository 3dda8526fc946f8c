import type { Browser, Page } from "@playwright/test";
import { expect, fillIn, newEmail, PASSWORD, register, submitQuiz, test } from "./fixtures";

const main = (page: Page) => page.getByRole("main");
const summary = (page: Page) => page.getByRole("group", { name: /There (is a|are \d+) problems?/ });
const saveButton = (page: Page) => page.getByRole("article").first().getByRole("button", { name: /^Save/ });

async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await fillIn(page, "Email", email);
  await fillIn(page, "Password", password);
  await main(page).getByRole("button", { name: "Sign in", exact: true }).click();
}

async function openAccountMenu(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Your account" }).click();
}

/** The same person on another device: nothing is shared but what the server has. */
async function onAnotherDevice(browser: Browser, visit: (page: Page) => Promise<void>): Promise<void> {
  const device = await browser.newContext();
  try {
    await visit(await device.newPage());
  } finally {
    await device.close();
  }
}

test("a guest saves a career, registers in another tab, and the first tab still has the save", async ({
  page,
  context,
}) => {
  const sessionId = await submitQuiz(page);
  await page.goto(`/results/${sessionId}`);
  const career = await page.getByRole("article").first().getByRole("heading", { level: 3 }).textContent();
  await saveButton(page).click();
  await expect(page.getByText(/is saved|Saved:/).first()).toBeVisible();

  const tab = await context.newPage();
  await tab.goto(`/results/${sessionId}`);
  await tab.getByRole("link", { name: "Make an account" }).click();
  await expect(main(tab).getByText("Your quiz and saved careers come with you.").first()).toBeVisible();
  await fillIn(tab, "Email", newEmail());
  await fillIn(tab, "Password", PASSWORD);
  await tab.getByRole("button", { name: "Make my account" }).click();
  await expect(tab).toHaveURL(`/results/${sessionId}`);
  await expect(tab.getByRole("button", { name: "Your account" })).toBeVisible();

  await page.reload();
  await expect(page.getByRole("button", { name: "Your account" })).toBeVisible();
  await expect(page.getByRole("button", { name: `Saved: ${career}` })).toBeVisible();
  const me = await (await page.request.get("/api/v1/me")).json();
  expect(me.role).toBe("member");
});

test("results and saves are there on a second device, and gone from a browser that signs out", async ({
  page,
  browser,
}) => {
  const sessionId = await submitQuiz(page);
  await page.goto(`/results/${sessionId}`);
  await saveButton(page).click();
  await expect
    .poll(async () => (await (await page.request.get(`/api/v1/results/${sessionId}`)).json()).recommendations[0].saved)
    .toBe(true);
  const email = await register(page);

  await onAnotherDevice(browser, async (other) => {
    await other.goto(`/results/${sessionId}`);
    await expect(other.getByRole("heading", { level: 1, name: /not here|gone|no results/i })).toBeVisible();
    await other.goto("/sign-in");
    await signIn(other, email);
    await expect(other).toHaveURL(`/results/${sessionId}`);
    await expect(other.getByRole("button", { name: /^Saved: / })).toHaveCount(1);
  });

  await openAccountMenu(page);
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page).toHaveURL("/");
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL("/sign-in?next=%2Fsettings");
  await page.goto("/profile");
  await expect(page).toHaveURL("/sign-in?next=%2Fprofile");
  await signIn(page, email);
  await expect(page).toHaveURL("/profile");
});

test("a wrong password says so beside the field, takes the focus and keeps what was typed", async ({ page }) => {
  await page.goto("/sign-in");
  const email = newEmail();
  await signIn(page, email, "not the password at all");
  await expect(summary(page)).toBeFocused();
  await expect(summary(page)).toContainText("do not belong together");
  await expect(main(page).getByLabel("Email")).toHaveValue(email);
  await expect(main(page).getByLabel("Password", { exact: true })).toHaveValue("not the password at all");
  await expect(main(page).getByLabel("Password", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await summary(page).getByRole("link").click();
  await expect(main(page).getByLabel("Password", { exact: true })).toBeFocused();

  await page.getByRole("link", { name: "Make an account" }).first().click();
  await expect(main(page).getByLabel("Email")).toHaveValue(email);
});

test("an account is made by keyboard alone, and the password rule is met calmly", async ({ page }) => {
  await page.goto("/register");
  await expect(page.getByRole("heading", { level: 1, name: "Make an account" })).toBeVisible();
  const email = main(page).getByLabel("Email");
  const password = main(page).getByLabel("Password", { exact: true });
  // Until its script runs, the form would be sent in the old way.
  await fillIn(page, "Email", "");
  await expect(async () => {
    await email.focus();
    await page.keyboard.press("Enter");
    await expect(summary(page)).toBeFocused({ timeout: 1000 });
  }).toPass();
  await expect(summary(page).getByRole("link")).toHaveCount(2);
  await email.focus();
  await page.keyboard.type(newEmail());
  await page.keyboard.press("Tab");
  await expect(password).toBeFocused();
  await page.keyboard.type("five");
  await expect(page.getByText("6 more characters")).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(password).toHaveAttribute("type", "text");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("End");
  await page.keyboard.type(" lanterns");
  await expect(page.getByText("Long enough").first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/results");
  await expect(page.getByRole("heading", { level: 1, name: "No results yet" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Your account" })).toBeVisible();
});

test("a password that everybody guesses is refused beside the field, and a taken email leads to signing in", async ({
  page,
  browser,
}) => {
  const email = await register(page);
  await onAnotherDevice(browser, async (other) => {
    await other.goto("/register");
    await fillIn(other, "Email", newEmail());
    await fillIn(other, "Password", "1234567890");
    await other.getByRole("button", { name: "Make my account" }).click();
    await expect(summary(other)).toContainText("guessed first");
    await fillIn(other, "Email", email);
    await fillIn(other, "Password", "another four words entirely");
    await other.getByRole("button", { name: "Make my account" }).click();
    await expect(summary(other)).toContainText("cannot be used");
    await other.getByRole("link", { name: "Sign in with this email" }).click();
    await expect(main(other).getByLabel("Email")).toHaveValue(email);
  });
});

test("signing in never leads to another site", async ({ page }) => {
  const email = await register(page);
  await page.context().clearCookies();
  for (const next of [
    "//evil.example",
    "/\\evil.example",
    "/.//evil.example",
    "javascript:alert(1)",
    "https://evil.example",
  ]) {
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await signIn(page, email);
    await expect(page, next).toHaveURL("/results");
    // Somebody who is signed in is sent on by the server.
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await expect(page, next).toHaveURL("/results");
    await page.context().clearCookies();
  }
});

test("without a connection the form says so, keeps what was typed and works once it is back", async ({ page }) => {
  const email = newEmail();
  await page.goto("/register?next=/profile");
  await fillIn(page, "Email", email);
  await fillIn(page, "Password", PASSWORD);
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Make my account" }).click();
  await expect(summary(page)).toContainText("cannot reach Waymark");
  await expect(main(page).getByLabel("Email")).toHaveValue(email);
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Make my account" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your profile" })).toBeVisible();
});

test("a profile is filled in by keyboard, saved, undone, and not left behind unsaved", async ({ page }) => {
  await register(page);
  await openAccountMenu(page);
  await page.getByRole("link", { name: "Profile" }).click();
  const skills = page.getByRole("combobox", { name: "Skills and tools" });
  const status = main(page).getByText(/Unsaved changes|Everything is saved|^Saved\.|Undone/);
  await expect(status).toHaveText("Everything is saved.");
  await skills.focus();
  await page.keyboard.type("pytho");
  await expect(page.getByRole("option").first()).toContainText(/pytho/i);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Juggling, Mime,");
  await expect(main(page).getByRole("button", { name: /^Remove / })).toHaveCount(3);
  await page.keyboard.press("Backspace");
  await expect(main(page).getByRole("button", { name: /^Remove / })).toHaveCount(2);
  await page.keyboard.type("JUGGLING,");
  await expect(page.getByText("Juggling is in the list already")).toBeVisible();
  await page.getByRole("combobox", { name: "Places you would work" }).fill("Austin, TX");
  await page.keyboard.press("Enter");
  await page.getByLabel("Level").selectOption({ label: "Senior" });
  await expect(status).toHaveText("Unsaved changes");

  await page.getByRole("link", { name: "Browse careers" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Leave without saving?" });
  await dialog.getByRole("button", { name: "Stay here" }).click();
  await expect(page).toHaveURL("/profile");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(status).toHaveText("Saved.");
  const me = async () => (await page.request.get("/api/v1/me")).json();
  expect(await me()).toMatchObject({ seniority: "SENIOR", preferredLocations: ["Austin, TX"] });
  expect((await me()).skills).toHaveLength(2);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(status).toHaveText("Undone.");
  expect(await me()).toMatchObject({ seniority: null, skills: [] });

  // A browser lets a page ask only somebody who has done something on it.
  await page.getByLabel("In one line").click();
  await page.keyboard.type("Nurse moving into teaching");
  const back = page.goBack();
  await dialog.getByRole("button", { name: "Save and leave" }).click();
  await back;
  await expect(page).toHaveURL("/settings");
  expect((await me()).headline).toBe("Nurse moving into teaching");
});

test("a profile that cannot be saved says so and keeps the changes", async ({ page }) => {
  await register(page);
  await page.goto("/profile");
  await fillIn(page, "In one line", "Carpenter");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(main(page).getByText(/^Not saved\. We cannot reach Waymark/)).toBeVisible();
  await expect(main(page).getByLabel("In one line")).toHaveValue("Carpenter");
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(main(page).getByText("Saved.", { exact: true })).toBeVisible();
});

test("email and password change after the current password, and the old ones count no more", async ({
  page,
  browser,
}) => {
  await register(page);
  const email = newEmail();
  await page.getByRole("button", { name: "Change email" }).click();
  await expect(main(page).getByLabel("New email")).toBeFocused();
  await fillIn(page, "New email", email);
  await fillIn(page, "Current password", "something else entirely");
  await page.getByRole("button", { name: "Save new email" }).click();
  await expect(summary(page)).toContainText("This is not your current password.");
  await fillIn(page, "Current password", PASSWORD);
  await page.getByRole("button", { name: "Save new email" }).click();
  await expect(page.getByText(`Your email is now ${email}.`)).toBeVisible();
  await expect(page.getByRole("button", { name: "Change email" })).toBeFocused();

  await page.getByRole("button", { name: "Change password" }).click();
  await fillIn(page, "Current password", PASSWORD);
  await fillIn(page, "New password", "nine quiet rivers at dawn");
  await page.getByRole("button", { name: "Save new password" }).click();
  await expect(page.getByText("Your password is changed.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();

  await onAnotherDevice(browser, async (other) => {
    await other.goto("/sign-in?next=/settings");
    await signIn(other, email);
    await expect(summary(other)).toContainText("do not belong together");
    await signIn(other, email, "nine quiet rivers at dawn");
    await expect(other.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
    await other.getByRole("button", { name: "Sign out everywhere" }).click();
    await other.getByRole("button", { name: "Yes, sign out everywhere" }).click();
    await expect(other).toHaveURL("/sign-in");
  });
  await page.getByRole("switch", { name: "Personal recommendations" }).click();
  await expect(page.getByText("Not changed. You are signed out.")).toBeVisible();
  await expect(page.getByRole("switch", { name: "Personal recommendations" })).toBeChecked();
  await page.reload();
  await expect(page).toHaveURL("/sign-in?next=%2Fsettings");
});

test("what may be used is switched on and off, and kept", async ({ page }) => {
  await register(page);
  const me = async () => (await page.request.get("/api/v1/me")).json();
  const history = page.getByRole("switch", { name: "Personal recommendations" });
  const recording = page.getByRole("switch", { name: "Record what I do" });
  await expect(history).toBeChecked();
  await expect(recording).not.toBeChecked();
  await expect(page.getByText("You have not decided yet.")).toBeVisible();
  // A click before the page's script is there changes nothing yet, for people as well.
  await expect(async () => {
    if (await history.isChecked()) await history.click();
    expect(await me()).toMatchObject({ usesHistory: false });
  }).toPass();
  await recording.click();
  await expect.poll(me).toMatchObject({ usesHistory: false, trackingConsent: true });
  await recording.click();
  await expect.poll(me).toMatchObject({ trackingConsent: false });
  await page.reload();
  await expect(history).not.toBeChecked();
  await expect(recording).not.toBeChecked();
});

test("a browser that asks not to be recorded is told that it is not", async ({ browser }) => {
  const context = await browser.newContext({ extraHTTPHeaders: { "sec-gpc": "1" } });
  const page = await context.newPage();
  await register(page);
  await expect(page.getByText("Your browser asks not to be recorded, so we don’t")).toBeVisible();
  await context.close();
});

test("a guest may decline an account, and is not asked again", async ({ page }) => {
  const sessionId = await submitQuiz(page);
  await page.goto(`/results/${sessionId}`);
  const offer = page.getByRole("complementary", { name: "Keep your results" });
  await expect(async () => {
    await offer.getByRole("button", { name: "Not now" }).click();
    await expect(offer).toBeHidden({ timeout: 1000 });
  }).toPass();
  await page.reload();
  await expect(page.getByRole("article").first()).toBeVisible();
  await expect(offer).toBeHidden();
});
