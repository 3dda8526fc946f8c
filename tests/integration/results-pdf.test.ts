import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderResultsPdf } from "@/lib/adapters/results-pdf";
import type { RecommendReply } from "@/lib/contracts/results";
import type { Deps } from "@/lib/use-cases/deps";
import { readPdfText } from "../pdf-text";
import { callApi, getProblem, toCookie } from "./call-api";
import { ENGINES, openTestDeps } from "./each-engine";
import { exampleAnswers } from "./example-answers";

const BROWSER = { "sec-fetch-site": "same-origin" };

describe.each(ENGINES)("results as a PDF (%s database)", (engine) => {
  let deps: Deps;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
  });
  afterAll(() => deps.close());

  async function newPerson(): Promise<{ cookie: string; list: RecommendReply }> {
    const reply = await callApi("recommend", { body: { answers: exampleAnswers() } });
    return { cookie: toCookie(reply) ?? "", list: reply.json as RecommendReply };
  }
  const get = (sessionId: string, cookie?: string, query: Record<string, string> = {}) =>
    callApi("getResultsPdf", {
      params: { sessionId },
      query,
      headers: BROWSER,
      ...(cookie === undefined ? {} : { cookie }),
    });

  test("the file holds every title, match and reason of the list, and its sources", async () => {
    const { cookie, list } = await newPerson();
    const reply = await get(list.sessionId, cookie);
    expect([reply.status, reply.contentType]).toEqual([200, "application/pdf"]);
    expect(reply.headers.get("content-disposition")).toMatch(
      /^attachment; filename="waymark-careers-\d{4}-\d{2}-\d{2}\.pdf"$/,
    );
    const text = readPdfText(reply.bytes).join(" ").replace(/\s+/g, " ");
    for (const { rank, career, score, explanation } of list.recommendations) {
      expect(text).toContain(`${rank}. ${career}`);
      expect(text).toContain(`${Math.round(score)}% match`);
      for (const reason of Object.values(explanation).flat()) expect(text).toContain(reason.replace(/\s+/g, " "));
    }
    for (const source of ["O*NET 30.1 Database", "CC BY 4.0", "Bureau of Labor Statistics", "Page 1 of "]) {
      expect(text).toContain(source);
    }
  });

  test("it is for its owner alone, and for others it does not exist", async () => {
    const { list } = await newPerson();
    const other = await newPerson();
    const statuses = [
      await get(list.sessionId, other.cookie),
      await get(list.sessionId),
      await get(crypto.randomUUID()),
    ];
    expect(statuses.map(({ status }) => status)).toEqual([404, 404, 404]);
    const paper = { params: { sessionId: list.sessionId }, query: { paper: "napkin" } };
    expect((await getProblem("getResultsPdf", paper)).errors?.[0]?.field).toBe("paper");
  });

  test("a list of fifty is whole", async () => {
    const { cookie, list } = await newPerson();
    const body = { sessionId: list.sessionId, top_n: 50, diversity: false };
    const long = (await callApi("recommend", { cookie, body })).json as RecommendReply;
    const text = readPdfText((await get(list.sessionId, cookie, { paper: "a4" })).bytes)
      .join(" ")
      .replace(/\s+/g, " ");
    for (const { rank, career } of long.recommendations) expect(text).toContain(`${rank}. ${career}`);
  });
});

describe("the file itself", () => {
  const content = (title: string): Parameters<typeof renderResultsPdf>[0] => ({
    paper: "letter",
    lang: "en-US",
    createdAt: new Date(0),
    author: "Waymark",
    title: "Careers that suit you",
    intro: ["An introduction."],
    careers: [
      {
        title,
        score: "92% match",
        cluster: "A cluster",
        summary: "A summary.",
        facts: [{ label: "Pay", value: "$1" }],
        reasons: [
          { title: "For", items: ["One", "Two"] },
          { title: "Against", items: [] },
        ],
      },
    ],
    sources: { title: "Sources", lines: ["A source."] },
    toFooter: (page, count) => ["Waymark", `${page}/${count}`],
  });
  const render = async (title: string): Promise<string> => (await renderResultsPdf(content(title))).toString("latin1");
  /** As PDF writes text beyond ASCII. */
  const toUtf16 = (text: string): string => Buffer.from(`\ufeff${text}`, "utf16le").swap16().toString("latin1");

  test("it says its language, title, structure and bookmarks", async () => {
    const file = await render("1. Bakers");
    for (const part of [
      "/Lang (en-US)",
      "(Careers that suit you)",
      "/DisplayDocTitle true",
      "/Marked true",
      "/StructTreeRoot",
      "/Outlines",
      "(1. Bakers)",
      "<pdfuaid:part>1</pdfuaid:part>",
      ...["Document", "H1", "H2", "H3", "Table", "TH", "TD", "L", "LI", "LBody"].map((type) => `/S /${type}\n`),
    ]) {
      expect(file).toContain(part);
    }
  });

  test.each(["Żółć, naïve œuvre – Şeker’s “Ärzte”", "Bakers & Söhne"])("the letters of %s are drawn", async (title) => {
    expect(readPdfText(await renderResultsPdf(content(title)))).toContain(title);
  });

  test("what the typeface cannot draw is still there to read aloud, to copy and to find", async () => {
    const title = "Sushi chefs (寿司職人)";
    const file = await render(title);
    const escaped = toUtf16(title).replace(/[\\()]/g, (character) => `\\${character}`);
    expect(file).toContain(`/ActualText (${escaped})`);
    expect(file).toContain(`/Title (${escaped})`);
  });

  test("a title of a thousand letters and a word without end wrap and go on over pages", async () => {
    const long = "Endless title ".repeat(80).trim();
    const word = "x".repeat(600);
    const text = readPdfText(await renderResultsPdf(content(`${long} ${word}`))).join(" ");
    expect(text.match(/Endless/g)).toHaveLength(80);
    expect(text.replace(/[^x]/g, "")).toHaveLength(word.length);
  });
});
