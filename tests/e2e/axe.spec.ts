import { expectAccessible } from "./expect-accessible";
import { expect, fillIn, register, submitQuiz, test } from "./fixtures";

for (const colorScheme of ["light", "dark"] as const) {
  test(`no page has an accessibility violation in the ${colorScheme} theme`, async ({ page }) => {
    // A dozen pages, each looked through whole.
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const session = await submitQuiz(page);
    const again = await submitQuiz(page, [3, 8, 4, 2, 9, 1, 2, 7, 5, 6, 8, 3, 1, 9, 5]);
    const paths = ["/", "/quiz", `/results/${session}`, `/results/${again}`, "/careers", "/careers?q=animals", "/docs"];
    const more = ["/careers/15-1252.00", `/careers/29-1141.00?from=${session}`, "/nowhere", "/sign-in", "/register"];
    for (const path of [...paths, ...more]) {
      await page.goto(path);
      await expectAccessible(page, path);
    }
  });

  test(`no page of saved, compared, shared or done has an accessibility violation in the ${colorScheme} theme`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const path of ["/saved", "/activity", "/compare"]) {
      await page.goto(path);
      await expectAccessible(page, `${path} of a stranger`);
    }
    const session = await submitQuiz(page);
    for (const [code, list] of [["15-1252.00", "Soon"] as const, ["29-1141.00", ""] as const]) {
      await page.request.put(`/api/v1/me/saved-careers/${code}`, { data: { list, note: "A note" } });
    }
    const { recommendations } = await (await page.request.get(`/api/v1/results/${session}`)).json();
    await page.request.put("/api/v1/me/consent", { data: { tracking: true } });
    for (const [at, interaction_type] of ["click", "dismiss", "implement"].entries()) {
      const { recommendationId } = recommendations[at];
      await page.request.post(`/api/v1/recommendations/interact/${recommendationId}`, { data: { interaction_type } });
    }
    const { url } = await (await page.request.post(`/api/v1/results/${session}/share`, { data: {} })).json();
    const compared = "15-1252.00,29-1141.00,27-1024.00,47-2111.00";
    for (const path of ["/saved", "/activity", `/compare?codes=${compared}`, "/compare?codes=x", url, "/s/x"]) {
      await page.goto(path);
      await expectAccessible(page, path);
    }
    await page.goto(`/results/${session}`);
    await page.getByRole("button", { name: "Share", exact: true }).click();
    await expect(page.getByRole("dialog", { name: "Share this list" })).toBeVisible();
    await expectAccessible(page, "the sheet to share");
  });

  test(`no account page has an accessibility violation in the ${colorScheme} theme, whatever is open on it`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.goto("/results");
    await expectAccessible(page, "/results without any");
    await page.goto("/register");
    await fillIn(page, "Email", "nobody");
    await page.getByRole("button", { name: "Make my account" }).click();
    await expect(page.getByRole("group", { name: "There are 2 problems" })).toBeFocused();
    await expectAccessible(page, "/register with faults");
    await register(page);
    for (const name of ["Change email", "Change password", "Sign out everywhere"]) {
      await page.getByRole("button", { name }).click();
    }
    await expectAccessible(page, "/settings with everything open");
    await page.goto("/profile");
    await expectAccessible(page, "/profile");
    const skills = page.getByRole("combobox", { name: "Skills and tools" });
    await skills.fill("Juggling,");
    await skills.fill("pytho");
    await expect(page.getByRole("option").first()).toBeVisible();
    await expectAccessible(page, "/profile with suggestions");
    await page
      .getByRole("button", { name: /^(Your account|Menu)$/ })
      .and(page.locator(":visible"))
      .click();
    await expectAccessible(page, "the account's menu");
    await page.getByRole("link", { name: "Settings" }).and(page.locator(":visible")).click();
    await expect(page.getByRole("dialog", { name: "Leave without saving?" })).toBeVisible();
    await expectAccessible(page, "the question before leaving");
  });

  test(`nothing that opens on a list has an accessibility violation in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.goto(`/results/${await submitQuiz(page)}`);
    await expect(page.getByRole("region", { name: "May we record what you do here?" })).toBeVisible();
    const first = page.getByRole("article").first();
    await first.getByRole("button", { name: /^More for/ }).click();
    await page.getByRole("button", { name: "I’m doing this" }).click();
    await page.getByText("4 stars").click({ force: true });
    await expect(first.getByText("You gave 4 stars")).toBeVisible();
    await expectAccessible(page, "a card's menu");
    await page.keyboard.press("Escape");
    await first.getByRole("button", { name: /^Not for me/ }).click();
    await expect(page.getByRole("button", { name: /^Undo: bring back/ })).toBeFocused();
    await expectAccessible(page, "a career set aside");
    await page.getByRole("button", { name: "No thanks" }).click();
    await page.getByRole("button", { name: "Privacy choices" }).click();
    await expect(page.getByRole("dialog").getByText("Nothing is recorded now.")).toBeVisible();
    await expectAccessible(page, "the privacy choices");
  });
}
