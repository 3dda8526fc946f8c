import { expect, submitQuiz, test } from "./fixtures";

test("without a language model people still get careers, and are told what they are based on", async ({ page }) => {
  const sessionId = await submitQuiz(page);
  await page.goto(`/results/${sessionId}`);
  await expect(page.getByText("Matched by your ratings alone")).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(5);
  const stored = await (await page.request.get(`/api/v1/results/${sessionId}`)).json();
  expect(stored.mode).toBe("ability_only");
});

test("without a language model search still finds titles", async ({ page }) => {
  await page.goto("/careers?q=electrician");
  await expect(page.getByRole("article").filter({ hasText: "Electricians" }).first()).toBeVisible();
});
