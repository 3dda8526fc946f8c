import { randomUUID } from "node:crypto";
import { test as base, expect, type Page } from "@playwright/test";
import { QUESTIONS } from "@/lib/engine/profile/questions";

/** A page on which every unexpected console error or uncaught exception fails the test. */
export const test = base.extend<{ page: Page }>({
  page: async ({ page }, use) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" && !isExpected(message.text())) errors.push(message.text());
    });
    await use(page);
    expect(errors).toEqual([]);
  },
});

/** The browser itself reports a refusal that a test asked for, a page that is rightly not there, and a network that was switched off. */
const isExpected = (text: string): boolean => /status of 40[01349]|ERR_INTERNET_DISCONNECTED/.test(text);

export { expect };

export const RATINGS = [8, 4, 6, 7, 3, 6, 9, 5, 5, 4, 3, 4, 6, 3, 2];
export const LOVES = "Drawing comics and designing posters for my friend's band";

/** Answers to every question, without a wish in them. */
export const toAnswers = (rate: (at: number) => number, text: string) =>
  QUESTIONS.map(({ id, kind }, at) => {
    if (kind === "rating") return { questionId: id, value: rate(at) };
    if (kind === "multi") return { questionId: id, value: [] };
    if (kind === "text") return { questionId: id, value: text };
    return { questionId: id, value: id === "schooling" ? "any" : "equal" };
  });

/** A finished quiz, made through the API: for tests that are about what comes after it. */
export async function submitQuiz(page: Page, ratings: readonly number[] = RATINGS): Promise<string> {
  const answers = toAnswers((at) => ratings[at] ?? 5, LOVES);
  const reply = await page.request.post("/api/v1/quiz/submit", { data: { answers } });
  expect(reply.status()).toBe(200);
  return (await reply.json()).sessionId;
}

export const PASSWORD = "seven lanterns under a bridge";

/** An email that no other test has. */
export const newEmail = (): string => `ana.${randomUUID().slice(0, 8)}@example.com`;

/** Makes an account on the form, whose browser is then signed in. */
export async function register(page: Page, email: string = newEmail()): Promise<string> {
  await page.goto("/register?next=/settings");
  await fillIn(page, "Email", email);
  await fillIn(page, "Password", PASSWORD);
  await page.getByRole("button", { name: "Make my account" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  return email;
}

/** Fills in a field of a form. The page is there before its script is, which empties what was typed in between: then once more. */
export async function fillIn(page: Page, label: string, value: string): Promise<void> {
  const field = page.getByRole("main").getByLabel(label, { exact: true });
  await expect(async () => {
    await field.fill(value);
    await expect(field).toHaveValue(value, { timeout: 500 });
  }).toPass();
}
