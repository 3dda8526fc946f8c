import type { Page } from "@playwright/test";
import { expect, submitQuiz, test } from "./fixtures";

const titles = (page: Page) => page.getByRole("article").getByRole("heading", { level: 3 });
const panel = (page: Page) => page.getByRole("region", { name: "What this list learns from" });

test("a save offers to move the list, is named as the reason, and can be taken out of it again", async ({ page }) => {
  const sessionId = await submitQuiz(page);
  await page.goto(`/results/${sessionId}`);
  await expect(titles(page)).toHaveCount(5);
  const saved = (await titles(page).allTextContents())[2] ?? "";
  await expect(panel(page)).toContainText("Your answers alone");
  await page.getByRole("button", { name: `Save: ${saved}` }).click();
  await page.getByRole("button", { name: "Update the list" }).click();
  await expect(panel(page)).toContainText("14% of what we compare careers with");
  await expect(page.getByText(`Because you saved ${saved}.`).first()).toBeVisible();

  await page.reload();
  await expect(panel(page).getByRole("link", { name: saved })).toBeVisible();
  await panel(page)
    .getByRole("button", { name: `Stop learning from ${saved}` })
    .click();
  await expect(panel(page)).toContainText("Your answers alone");
  await expect(page.getByText(`Because you saved ${saved}.`)).toHaveCount(0);
  // It is still saved.
  await expect(page.getByRole("button", { name: `Saved: ${saved}` })).toBeVisible();
});

test("learning is switched off with one key, and stays off", async ({ page }) => {
  const sessionId = await submitQuiz(page);
  await page.goto(`/results/${sessionId}`);
  const first = (await titles(page).allTextContents())[0] ?? "";
  await page.getByRole("button", { name: `Save: ${first}` }).click();
  await page.getByRole("button", { name: "Update the list" }).click();
  await expect(panel(page).getByRole("link", { name: first })).toBeVisible();
  const learn = panel(page).getByRole("switch", { name: "Learn from what I do with careers" });
  await learn.focus();
  await page.keyboard.press("Space");
  await expect(panel(page)).toContainText("learning from what you do is switched off");
  await page.reload();
  await expect(learn).not.toBeChecked();
});

test("the order that uses nothing about the person is one click away", async ({ page }) => {
  await page.goto(`/results/${await submitQuiz(page)}`);
  await panel(page).getByRole("link", { name: "See an order that uses nothing about you" }).click();
  await expect(page).toHaveURL(/\/careers\?sort=openings/);
});
