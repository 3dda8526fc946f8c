import type { Page } from "@playwright/test";
import { expect, LOVES, RATINGS, submitQuiz, test } from "./fixtures";

/** Rates by a number key. The page is there before its script is, and a key pressed in between goes nowhere: it is pressed again then. */
async function rate(page: Page, rating: number): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(String(rating));
    await expect(page.getByRole("radio", { name: `${rating} of 10`, exact: true })).toBeChecked({ timeout: 500 });
  }).toPass();
}

/** Fills in the whole quiz with the keyboard, from the first question to the review. */
async function answerByKeyboard(page: Page): Promise<void> {
  for (const [at, rating] of RATINGS.entries()) {
    await expect(page.getByText(`Question ${at + 1} of 19`).first()).toBeVisible();
    await rate(page, rating);
    await page.keyboard.press("Enter");
  }
  await expect(page.getByRole("heading", { name: "What matters most to you at work?" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(page.getByRole("checkbox").first()).toBeChecked();
  await page.keyboard.press("Enter");
  for (const heading of ["How much more schooling", "Higher pay, or calmer"]) {
    await expect(page.getByRole("heading", { name: heading })).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("radio").nth(2)).toBeChecked();
    await page.keyboard.press("Enter");
  }
  await expect(page.getByRole("heading", { name: "Tell us about things you love doing" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.type(LOVES);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: "Ready? Look over your answers" })).toBeFocused();
}

const titles = (page: Page) => page.getByRole("article").getByRole("heading", { level: 3 });

async function openControls(page: Page): Promise<void> {
  const button = page.getByRole("button", { name: "Adjust what counts" });
  if (await button.isVisible()) await button.click();
}

async function closeControls(page: Page): Promise<void> {
  const done = page.getByRole("button", { name: "Done" });
  if (await done.isVisible()) await done.click();
}

test("a new person finishes the quiz by keyboard alone and sees five explained careers of five clusters", async ({
  page,
}) => {
  await page.goto("/quiz");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await answerByKeyboard(page);
  const submit = page.getByRole("button", { name: "Show my careers" });
  await submit.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/results\/[0-9a-f-]{36}/);
  await expect(titles(page)).toHaveCount(5);

  const sessionId = new URL(page.url()).pathname.split("/").at(-1);
  const stored = await (await page.request.get(`/api/v1/results/${sessionId}`)).json();
  expect(stored.mode).toBe("hybrid");
  expect(await titles(page).allTextContents()).toEqual(stored.recommendations.map((r: { career: string }) => r.career));
  expect(new Set(stored.recommendations.map((r: { cluster: string }) => r.cluster)).size).toBe(5);
  for (const article of await page.getByRole("article").all()) {
    await expect(article.getByText("Why it fits")).toBeVisible();
    await expect(article.getByText("What speaks against it")).toBeVisible();
    await expect(article.getByText(/How likely this suits you: \d+%/)).toBeVisible();
  }
});

test("how likely a career suits is said with what it means and what it was learned from, also of a career off the list", async ({
  page,
}) => {
  const sessionId = await submitQuiz(page);
  await page.goto(`/results/${sessionId}`);
  const { recommendations } = await (await page.request.get(`/api/v1/results/${sessionId}`)).json();
  const first = page.getByRole("article").first();
  const percent = Math.round(100 * recommendations[0].suits);
  await expect(first.getByText(`How likely this suits you: ${percent}%`)).toBeVisible();
  await first.getByRole("link", { name: "What this means" }).click();
  await expect(page.getByText(/of 100 people who answer like you.*simulated people alone/)).toBeInViewport();
  await page.goto(`/careers/29-1141.00?from=${sessionId}`);
  await expect(page.getByText(/How likely this suits you: \d+%/)).toBeVisible();
  await page.getByRole("link", { name: "How it is worked out" }).click();
  await expect(page.getByRole("heading", { name: "How likely a career suits you" })).toBeInViewport();
});

test("the parts of a match add up to what it says", async ({ page }) => {
  await page.goto(`/results/${await submitQuiz(page)}`);
  const first = page.getByRole("article").first();
  await first.getByRole("button", { name: /How it adds up/ }).click();
  const numbers = await first.locator("dl", { hasText: "Together" }).locator("dd").allTextContents();
  const points = numbers.map((text) => Number.parseFloat(text));
  const total = points.pop() ?? 0;
  expect(points.length).toBeGreaterThan(1);
  expect(points.reduce((sum, value) => sum + value, 0)).toBeCloseTo(total, 5);
  await expect(first.getByRole("button", { name: `${Math.round(total)}% match. How it adds up` })).toBeVisible();
});

test("a card and its buttons are before its script is there where they are after, so that nothing moves under a finger", async ({
  page,
}) => {
  await page.goto(`/results/${await submitQuiz(page)}`);
  await expect(page.getByRole("region", { name: "May we record what you do here?" })).toBeVisible();
  const measure = (on: Page) =>
    on.getByRole("article").evaluateAll((cards) =>
      cards.map((card) => {
        const { top } = card.getBoundingClientRect();
        return [card, ...card.querySelectorAll("button")].map((part) => {
          const box = part.getBoundingClientRect();
          return [box.left, box.top - top, box.width, box.height].map(Math.round).join(" ");
        });
      }),
    );
  const bare = await page.context().newPage();
  await bare.route("**/*.js", (route) => route.abort());
  await bare.goto(page.url());
  await expect(bare.getByRole("article")).toHaveCount(5);
  expect(await measure(bare)).toEqual(await measure(page));
  await bare.close();
});

test("moving a slider re-ranks at once, and a reload and the back button keep it", async ({ page }) => {
  await page.goto(`/results/${await submitQuiz(page)}`);
  await expect(titles(page)).toHaveCount(5);
  const before = await titles(page).allTextContents();
  await openControls(page);
  const slider = page.getByRole("slider", { name: "Higher pay" });
  await slider.focus();
  await page.keyboard.press("End");
  await expect(slider).toHaveAttribute("aria-valuenow", "1");
  await closeControls(page);
  await expect(page).toHaveURL(/salary/);
  await expect(titles(page)).toHaveCount(5);
  await expect.poll(() => titles(page).allTextContents()).not.toEqual(before);
  const after = await titles(page).allTextContents();
  await page.reload();
  await expect.poll(() => titles(page).allTextContents()).toEqual(after);

  const first = page.getByRole("article").first();
  await first
    .getByRole("link", { name: after[0] ?? "" })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1, name: after[0] ?? "" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: after[0] ?? "" })).toBeVisible();
  await page.goBack();
  await expect.poll(() => titles(page).allTextContents()).toEqual(after);
});

test("a quiz goes on after a reload where it stopped", async ({ page }) => {
  await page.goto("/quiz");
  for (const step of [1, 2, 3]) {
    await expect(page.getByText(`Question ${step} of 19`).first()).toBeVisible();
    await rate(page, step + 3);
    await page.keyboard.press("Enter");
  }
  await expect(page.getByText("Question 4 of 19").first()).toBeVisible();
  await page.reload();
  await expect(page.getByText("Question 4 of 19").first()).toBeVisible();
  await expect(async () => {
    await page.keyboard.press("Backspace");
    await expect(page.getByText("Question 3 of 19").first()).toBeVisible({ timeout: 3000 });
  }).toPass();
  await expect(page.getByRole("radio", { name: "6 of 10", exact: true })).toBeChecked();
});

test("a save is kept, and undone", async ({ page }) => {
  const sessionId = await submitQuiz(page);
  await page.goto(`/results/${sessionId}`);
  const first = page.getByRole("article").first();
  const saved = async () =>
    (await (await page.request.get(`/api/v1/results/${sessionId}`)).json()).recommendations[0].saved;
  await first.getByRole("button", { name: /^Save/ }).click();
  await expect.poll(saved).toBe(true);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(saved).toBe(false);
});

test("more careers can be shown, and switching off one per kind shows near twins", async ({ page }) => {
  await page.goto(`/results/${await submitQuiz(page)}`);
  await page.getByRole("button", { name: "Show more careers" }).click();
  await expect(titles(page)).toHaveCount(10);
  await openControls(page);
  await page.getByRole("switch", { name: "One per kind of work" }).click();
  await closeControls(page);
  const sessionId = new URL(page.url()).pathname.split("/").at(-1);
  const clusters = async (): Promise<number> => {
    const stored = await (await page.request.get(`/api/v1/results/${sessionId}`)).json();
    return new Set(stored.recommendations.map((r: { cluster: string }) => r.cluster)).size;
  };
  await expect.poll(clusters).toBeLessThan(10);
  await expect(titles(page)).toHaveCount(10);
});
