import type { Page } from "@playwright/test";
import { ADMIN_EMAIL, ADMIN_PASSWORD } from "./admin-account";
import { expectAccessible } from "./expect-accessible";
import { expect, fillIn } from "./fixtures";

/** Signs an admin in to the models page of a server. */
export async function openModels(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sign-in?next=/admin/models`);
  await fillIn(page, "Email", ADMIN_EMAIL);
  await fillIn(page, "Password", ADMIN_PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Models" })).toBeVisible();
}

/** In both themes at both widths. */
export async function expectModelsAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const viewport of [
      { width: 1280, height: 800 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(viewport);
      await expectAccessible(page, `models at ${viewport.width}`);
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}
