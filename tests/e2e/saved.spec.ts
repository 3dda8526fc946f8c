import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { readPdfText } from "../pdf-text";
import { expect, submitQuiz, test } from "./fixtures";

const [DEVELOPERS, NURSES, DESIGNERS] = ["15-1252.00", "29-1141.00", "27-1024.00"] as const;

async function save(page: Page, careerCode: string, body: { list?: string; note?: string } = {}): Promise<void> {
  const reply = await page.request.put(`/api/v1/me/saved-careers/${careerCode}`, { data: body });
  expect(reply.status()).toBe(200);
}

type Saved = { careerCode: string; list: string; note: string };
const listSaved = async (page: Page): Promise<Saved[]> =>
  (await (await page.request.get("/api/v1/me/saved-careers")).json()).items;

const noteOf = (page: Page, title: string) => page.getByRole("article", { name: title }).getByLabel("Your note");

/** Writes until the page's script has taken notice: what comes before it is there is not its business. */
async function write(page: Page, title: string, note: string): Promise<void> {
  await expect(async () => {
    await noteOf(page, title).fill("");
    await noteOf(page, title).fill(note);
    await expect(page.getByRole("article", { name: title }).getByRole("status").first()).not.toBeEmpty({
      timeout: 500,
    });
  }).toPass();
}

test("somebody saves from their results, writes a note, makes a list and compares", async ({ page }) => {
  await page.goto(`/results/${await submitQuiz(page)}`);
  const titles: string[] = [];
  for (const at of [0, 1]) {
    const card = page.getByRole("article").nth(at);
    titles.push((await card.getByRole("heading", { level: 3 }).textContent()) ?? "");
    await card.getByRole("button", { name: /^Save: / }).click();
    await expect(card.getByRole("button", { name: /^Saved: / })).toBeVisible();
  }
  const [first = "", second = ""] = titles;
  await expect.poll(async () => (await listSaved(page)).length).toBe(2);
  await page.goto("/saved");
  await write(page, first, "Ask my cousin.");
  await expect.poll(async () => (await listSaved(page)).some(({ note }) => note === "Ask my cousin.")).toBe(true);
  await page.getByRole("combobox", { name: `List of ${first}` }).selectOption({ label: "New list …" });
  await page.getByLabel("Name of the new list").fill("Soon");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("heading", { level: 2, name: /^Soon/ })).toBeVisible();
  await expect.poll(async () => (await listSaved(page)).map(({ list }) => list).toSorted()).toEqual(["", "Soon"]);
  await page.reload();
  await expect(noteOf(page, first)).toHaveValue("Ask my cousin.");

  for (const title of [first, second]) await page.getByRole("button", { name: `Compare: ${title}` }).click();
  await page.getByRole("region", { name: "Careers to compare" }).getByRole("link", { name: "Compare" }).click();
  await expect(page).toHaveURL(/\/compare\?codes=/);
  for (const title of [first, second]) {
    await expect(page.getByRole("columnheader", { name: title })).toBeVisible();
  }
  await expect(page.getByRole("rowheader", { name: /^Your match/ })).toBeVisible();
});

test("a removed career comes back with its note and list by undo", async ({ page }) => {
  await save(page, NURSES, { list: "Soon", note: "Kept" });
  await save(page, DEVELOPERS);
  await page.goto("/saved");
  await expect(async () => {
    await page.getByRole("button", { name: "Remove Registered Nurses from your saved careers" }).click();
    await expect(page.getByRole("article", { name: "Registered Nurses" })).toBeHidden({ timeout: 1000 });
  }).toPass();
  await expect.poll(async () => (await listSaved(page)).map(({ careerCode }) => careerCode)).toEqual([DEVELOPERS]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(noteOf(page, "Registered Nurses")).toHaveValue("Kept");
  await expect
    .poll(async () => (await listSaved(page)).find(({ careerCode }) => careerCode === NURSES))
    .toMatchObject({ list: "Soon", note: "Kept" });
});

test("a note written offline survives a reload and arrives once the network is back", async ({ page, context }) => {
  await save(page, NURSES);
  await page.goto("/saved");
  await write(page, "Registered Nurses", "first");
  await expect.poll(async () => (await listSaved(page))[0]?.note).toBe("first");
  await context.setOffline(true);
  await noteOf(page, "Registered Nurses").fill("written offline");
  await expect(page.getByText("Your note is kept in this browser")).toBeVisible();
  await context.setOffline(false);
  await page.reload();
  await expect(noteOf(page, "Registered Nurses")).toHaveValue("written offline");
  await expect.poll(async () => (await listSaved(page))[0]?.note).toBe("written offline");
});

test("a note with HTML in it stays text", async ({ page }) => {
  const note = '<img src=x onerror="document.title=1"><b>bold</b>';
  await save(page, NURSES, { note, list: "<i>list</i>" });
  await page.goto("/saved");
  await expect(noteOf(page, "Registered Nurses")).toHaveValue(note);
  await expect(page.getByRole("heading", { level: 2, name: "<i>list</i>" })).toBeVisible();
});

test("a shared list opens for anybody without what is personal, until it is taken back", async ({ page, browser }) => {
  const sessionId = await submitQuiz(page);
  await page.goto(`/results/${sessionId}`);
  const titles = await page.getByRole("article").getByRole("heading", { level: 3 }).allTextContents();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const sheet = page.getByRole("dialog", { name: "Share this list" });
  await sheet.getByRole("button", { name: "Copy a link" }).click();
  const url = await sheet.getByLabel("Link to this list").inputValue();
  expect(new URL(url).pathname).toMatch(/^\/s\/[0-9a-f-]{36}$/);

  const stranger = await (await browser.newContext()).newPage();
  const reply = await stranger.goto(url);
  expect(reply?.status()).toBe(200);
  await expect(stranger.getByRole("article").getByRole("heading", { level: 3 })).toHaveText(titles);
  await expect(stranger.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
  const html = await stranger.content();
  const { recommendations } = await (await page.request.get(`/api/v1/results/${sessionId}`)).json();
  const personal = recommendations.flatMap(
    (row: { recommendationId: string; explanation: Record<string, string[]> }) => [
      row.recommendationId,
      ...Object.values(row.explanation).flat(),
    ],
  );
  expect(personal.length).toBeGreaterThan(10);
  expect([sessionId, "comics", ...personal].filter((secret) => html.includes(secret))).toEqual([]);

  await sheet.getByRole("button", { name: /^Take back the link/ }).click();
  await sheet.getByRole("button", { name: "Yes, take it back" }).click();
  await expect(sheet.getByText("The link no longer works.")).toBeVisible();
  await expect(sheet.getByLabel("Link to this list")).toBeHidden();
  const gone = await stranger.goto(url);
  expect(gone?.status()).toBe(404);
  await expect(stranger.getByRole("heading", { level: 1, name: "This link does not work" })).toBeVisible();
  await stranger.context().close();
});

test("the PDF of the results holds every title of the list", async ({ page }) => {
  await page.goto(`/results/${await submitQuiz(page)}`);
  const titles = await page.getByRole("article").getByRole("heading", { level: 3 }).allTextContents();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Save as PDF" }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^waymark-careers-\d{4}-\d{2}-\d{2}\.pdf$/);
  const text = readPdfText(await readFile(await download.path()))
    .join(" ")
    .replace(/\s+/g, " ");
  for (const title of titles) expect(text).toContain(title);
});

test("a comparison says what it cannot show, grows by search and shrinks again", async ({ page }) => {
  await page.goto(`/compare?codes=${DEVELOPERS},${DEVELOPERS},99-9999.99,nonsense`);
  for (const part of ["is not a career code", "no career with the code 99-9999.99", "more than once"]) {
    await expect(page.getByText(part)).toBeVisible();
  }
  await expect(page.getByRole("heading", { name: "One more, and you can compare" })).toBeVisible();
  const search = page.getByRole("combobox", { name: "Add a career" });
  await expect(async () => {
    await search.fill("registered nurses");
    await expect(page.getByRole("option", { name: /^Registered Nurses/ })).toBeVisible({ timeout: 3000 });
  }).toPass();
  await search.press("ArrowDown");
  await search.press("Enter");
  await expect(page).toHaveURL(`/compare?codes=${DEVELOPERS},${NURSES}`);
  await expect(page.getByRole("columnheader", { name: /Registered Nurses/ })).toBeVisible();
  await page.getByRole("checkbox", { name: "Only where they differ" }).check();
  await expect(page.getByRole("rowheader", { name: /^In short/ })).toBeHidden();
  await page.getByRole("link", { name: "Remove Software Developers" }).click();
  await expect(page).toHaveURL(`/compare?codes=${NURSES}`);
  await page.goto(`/compare?codes=${DEVELOPERS},${NURSES},${DESIGNERS},47-2111.00,11-1011.00`);
  await expect(page.getByText("Only the first four are compared. Left out: 11-1011.00.")).toBeVisible();
});

test("what was set aside is brought back on the page of one's activity, and recording starts there", async ({
  page,
}) => {
  const sessionId = await submitQuiz(page);
  await page.request.put(`/api/v1/me/reactions/${NURSES}/dismiss`, { data: {} });
  await page.goto("/activity");
  await expect(page.getByText("Your activity is not recorded")).toBeVisible();
  await page.getByRole("button", { name: "Record my activity" }).click();
  await expect(page.getByText("Your activity is recorded", { exact: true })).toBeVisible();
  await expect.poll(async () => (await (await page.request.get("/api/v1/me/consent")).json()).tracking).toBe(true);
  await page.getByRole("button", { name: "Bring back Registered Nurses" }).click();
  const reactions = async () => (await (await page.request.get("/api/v1/me/reactions")).json()).items;
  await expect.poll(reactions).toEqual([]);

  const stored = await (await page.request.get(`/api/v1/results/${sessionId}`)).json();
  const { recommendationId, career } = stored.recommendations[0];
  for (let at = 0; at < 25; at += 1) {
    await page.request.post(`/api/v1/recommendations/interact/${recommendationId}`, {
      data: { interaction_type: "click" },
    });
  }
  await page.goto("/activity");
  const lately = page.getByRole("region", { name: "Lately" });
  await expect(lately.getByText(`You opened ${career}.`)).toHaveCount(20);
  await lately.getByRole("button", { name: "Show more" }).click();
  await expect(lately.getByText(`You opened ${career}.`)).toHaveCount(25);
  const kinds = page.getByRole("region", { name: "What you did" });
  await kinds.getByText("Show the numbers").click();
  await expect(kinds.getByRole("row", { name: "Opened 25" })).toBeVisible();
});
