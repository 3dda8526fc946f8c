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

/** The browser itself reports a page that was asked for and is rightly not there, and a network that a test switched off. */
const isExpected = (text: string): boolean => /status of 40[04]|ERR_INTERNET_DISCONNECTED/.test(text);

export { expect };

export const RATINGS = [8, 4, 6, 7, 3, 6, 9, 5, 5, 4, 3, 4, 6, 3, 2];
export const LOVES = "Drawing comics and designing posters for my friend's band";

/** A finished quiz, made through the API: for tests that are about what comes after it. */
export async function submitQuiz(page: Page, ratings: readonly number[] = RATINGS): Promise<string> {
  const answers = QUESTIONS.map((question, i) => ({
    questionId: question.id,
    value:
      question.kind === "rating"
        ? (ratings[i] ?? 5)
        : question.kind === "multi"
          ? []
          : question.kind === "text"
            ? LOVES
            : question.id === "schooling"
              ? "any"
              : "equal",
  }));
  const reply = await page.request.post("/api/v1/quiz/submit", { data: { answers } });
  expect(reply.status()).toBe(200);
  return (await reply.json()).sessionId;
}
