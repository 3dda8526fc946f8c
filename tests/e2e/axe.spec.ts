import AxeBuilder from "@axe-core/playwright";
import { expect, submitQuiz, test } from "./fixtures";

for (const colorScheme of ["light", "dark"] as const) {
  test(`no page has an accessibility violation in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const session = await submitQuiz(page);
    const again = await submitQuiz(page, [3, 8, 4, 2, 9, 1, 2, 7, 5, 6, 8, 3, 1, 9, 5]);
    const paths = ["/", "/quiz", `/results/${session}`, `/results/${again}`, "/careers", "/careers?q=animals", "/docs"];
    for (const path of [...paths, "/careers/15-1252.00", `/careers/29-1141.00?from=${session}`, "/nowhere"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      // Lazy parts have arrived once nothing says that it is busy.
      await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual(
        [],
      );
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
    }
  });
}
