import { expect, test } from "./fixtures";

test("search understands everyday words", async ({ page }) => {
  await page.goto("/careers");
  await page.getByRole("searchbox").fill("I like fixing engines");
  await expect(
    page
      .getByRole("article")
      .getByRole("heading")
      .filter({ hasText: /Mechanic/ })
      .first(),
  ).toBeVisible();
  await expect(page).toHaveURL(/q=/);
  await page.reload();
  await expect(page.getByRole("searchbox")).toHaveValue("I like fixing engines");
  await expect(
    page
      .getByRole("article")
      .getByRole("heading")
      .filter({ hasText: /Mechanic/ })
      .first(),
  ).toBeVisible();
});

test("a career page has the published wage and names its sources", async ({ page }) => {
  await page.goto("/careers/15-1252.00");
  await expect(page.getByRole("heading", { level: 1, name: "Software Developers" })).toBeVisible();
  await expect(page.getByText("$133,080").first()).toBeVisible();
  await expect(page.getByText(/O\*NET/).first()).toBeVisible();
  await expect(page.getByText(/estimated/i).first()).toBeVisible();
});

test("an unknown career, a malformed code and an unknown result say so and offer a way on", async ({ page }) => {
  for (const path of [
    "/careers/99-9999.99",
    "/careers/nonsense",
    "/results/00000000-0000-4000-8000-000000000000",
    "/nowhere",
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
  }
});

test("the API reference lists every endpoint and sends a request", async ({ page }) => {
  await page.goto("/docs");
  await expect(page.getByText("/api/v1/results/recommend").first()).toBeVisible();
  const document = await (await page.request.get("/api/v1/openapi.json")).json();
  for (const path of Object.keys(document.paths))
    await expect(page.getByText(path, { exact: true }).first()).toBeVisible();
});
