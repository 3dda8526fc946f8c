import { INK, MUTED, type Paper, PdfSheet, PINE, type TextStyle } from "./pdf-sheet";

export type PdfCareer = {
  title: string;
  /** Such as "92% match". */
  score: string;
  cluster: string;
  summary: string;
  facts: readonly { label: string; value: string }[];
  /** Reasons under their titles; empty ones are left out. */
  reasons: readonly { title: string; items: readonly string[] }[];
};

/** Everything the file says, in words. */
export type ResultsPdf = {
  paper: Paper;
  lang: string;
  createdAt: Date;
  author: string;
  title: string;
  /** Lines under the title. */
  intro: readonly string[];
  careers: readonly PdfCareer[];
  sources: { title: string; lines: readonly string[] };
  toFooter: (page: number, count: number) => [string, string];
};

const TITLE: TextStyle = { size: 24, isBold: true, color: PINE };
const CAREER: TextStyle = { size: 15, isBold: true };
const SCORE: TextStyle = { size: 15, isBold: true, color: PINE, align: "right" };
const HEADING: TextStyle = { size: 10, isBold: true };
const BODY: TextStyle = { size: 10 };
const SMALL: TextStyle = { size: 9, color: MUTED };
const FACT: TextStyle = { size: 10, isBold: true, color: INK };

const SCORE_WIDTH = 110;
const GAP = 8;
const COLUMN_GAP = 10;
/** The first fact is a range of pay, which is longer than a figure. */
const FIRST_COLUMN = 1.3;

/** Lays the results out as a PDF. */
export async function renderResultsPdf(content: ResultsPdf): Promise<Buffer> {
  const { paper, lang, title, author, createdAt, careers, sources } = content;
  const sheet = new PdfSheet({ paper, lang, title, author, createdAt });
  sheet.stroke();
  sheet.text("H1", title, TITLE);
  sheet.space(GAP);
  for (const line of content.intro) sheet.text("P", line, { ...BODY, color: MUTED });
  for (const career of careers) writeCareer(sheet, career);
  sheet.space(2 * GAP);
  sheet.keep(sum(sources.lines.map((line) => sheet.heightOf(line, SMALL))) + 4 * GAP);
  sheet.rule();
  sheet.space(2 * GAP);
  sheet.bookmark(sources.title);
  sheet.text("H2", sources.title, HEADING);
  for (const line of sources.lines) sheet.text("P", line, SMALL);
  return sheet.finish(content.toFooter);
}

function writeCareer(sheet: PdfSheet, career: PdfCareer): void {
  sheet.space(2 * GAP);
  sheet.keep(toHeight(sheet, career));
  sheet.rule();
  sheet.space(2 * GAP);
  const section = sheet.group("Sect");
  sheet.bookmark(career.title);
  sheet.row(
    [
      { type: "H2", text: career.title, style: toHeadingStyle(sheet) },
      { type: "P", text: career.score, style: { ...SCORE, indent: sheet.width - SCORE_WIDTH, width: SCORE_WIDTH } },
    ],
    section,
  );
  sheet.text("P", career.cluster, SMALL, section);
  sheet.space(GAP);
  sheet.text("P", career.summary, BODY, section);
  sheet.space(GAP);
  writeFacts(sheet, career, section);
  for (const { title, items } of career.reasons) {
    if (items.length === 0) continue;
    sheet.space(GAP);
    sheet.text("H3", title, HEADING, section);
    sheet.space(2);
    const list = sheet.group("L", section);
    for (const item of items) sheet.bullet(item, BODY, list);
    list.end();
  }
  section.end();
}

function writeFacts(sheet: PdfSheet, { facts }: PdfCareer, section: PDFKit.PDFStructureElement): void {
  const table = sheet.group("Table", section);
  for (const [type, name, style] of [["TH", "label", SMALL] as const, ["TD", "value", FACT] as const]) {
    const row = sheet.group("TR", table);
    sheet.row(
      facts.map((fact, at) => ({ type, text: fact[name], style: { ...style, ...toColumn(sheet, facts.length, at) } })),
      row,
    );
    row.end();
  }
  table.end();
}

function toColumn(sheet: PdfSheet, count: number, at: number): { indent: number; width: number } {
  const step = sheet.width / (count - 1 + FIRST_COLUMN);
  if (at === 0) return { indent: 0, width: FIRST_COLUMN * step - COLUMN_GAP };
  return { indent: (at - 1 + FIRST_COLUMN) * step, width: step - COLUMN_GAP };
}

const toHeadingStyle = (sheet: PdfSheet): TextStyle => ({ ...CAREER, width: sheet.width - SCORE_WIDTH - GAP });

/** How much a career takes, so that it is not torn apart where a page has room for all of it. */
function toHeight(sheet: PdfSheet, career: PdfCareer): number {
  const { title, cluster, summary, facts, reasons } = career;
  const toFactHeight = (text: string, style: TextStyle, at: number) =>
    sheet.heightOf(text, { ...style, ...toColumn(sheet, facts.length, at) });
  const lists = reasons.filter(({ items }) => items.length > 0);
  return sum([
    2 * GAP + sheet.heightOf(title, toHeadingStyle(sheet)),
    sheet.heightOf(cluster, SMALL) + GAP + sheet.heightOf(summary, BODY) + GAP,
    Math.max(...facts.map(({ label }, at) => toFactHeight(label, SMALL, at))),
    Math.max(...facts.map(({ value }, at) => toFactHeight(value, FACT, at))),
    ...lists.map(({ title: heading, items }) =>
      sum([
        GAP + 2 + sheet.heightOf(heading, HEADING),
        ...items.map((item) => sheet.heightOf(item, { ...BODY, indent: 12 })),
      ]),
    ),
  ]);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
