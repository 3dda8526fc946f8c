import path from "node:path";
import PDFDocument from "pdfkit";

const FONT_DIR = path.join(process.cwd(), "lib", "adapters", "fonts");
const REGULAR = path.join(FONT_DIR, "figtree-regular.ttf");
const BOLD = path.join(FONT_DIR, "figtree-bold.ttf");

/** In points, as everything here. */
const MARGIN = 54;
const FOOTER_SIZE = 8.5;

export const INK = "#1E2921";
export const MUTED = "#4C594F";
export const PINE = "#1D5B43";
export const BLAZE = "#F28C2E";
const LINE = "#D8CDB4";

export type Paper = "letter" | "a4";

export type TextStyle = {
  size: number;
  isBold?: boolean;
  color?: string;
  /** From the left margin. */
  indent?: number;
  width?: number;
  align?: "left" | "right";
};

type Element = PDFKit.PDFStructureElement;

/** What the typeface can draw; a text with anything else carries itself along for readers and for copying. */
const DRAWABLE = /^[\s\u0020-\u017f\u2010-\u2026\u2030\u20ac\u2122\u2212]*$/u;

/**
 * A tagged PDF that flows down its pages: text is in a structure that is read aloud in order, what is drawn for the eye alone is not part
 * of it, and titles are bookmarks.
 */
export class PdfSheet {
  readonly width: number;
  private readonly doc: PDFKit.PDFDocument;
  private readonly root: Element;
  private readonly chunks: Buffer[] = [];

  constructor(options: { paper: Paper; lang: string; title: string; author: string; createdAt: Date }) {
    const { paper, lang, title, author, createdAt } = options;
    this.doc = new PDFDocument({
      size: paper === "a4" ? "A4" : "LETTER",
      margin: MARGIN,
      font: REGULAR,
      lang,
      tagged: true,
      displayTitle: true,
      pdfVersion: "1.7",
      // The types know the archive formats only.
      ...({ subset: "PDF/UA" } as object),
      bufferPages: true,
      info: { Title: title, Author: author, Creator: author, CreationDate: createdAt, ModDate: createdAt },
    });
    this.doc.registerFont("regular", REGULAR);
    this.doc.registerFont("bold", BOLD);
    this.doc.on("data", (chunk: Buffer) => this.chunks.push(chunk));
    this.root = this.doc.struct("Document");
    this.doc.addStructure(this.root);
    this.width = this.doc.page.width - 2 * MARGIN;
  }

  /** An element of the structure; text is added to it by its own parts. */
  group(type: string, parent: Element = this.root): Element {
    const element = this.doc.struct(type);
    parent.add(element);
    return element;
  }

  /** A text with its place in the structure, flowing on to the next page where it has to. */
  text(type: string, text: string, style: TextStyle, parent: Element = this.root): void {
    this.add(type, text, parent, () => this.write(text, style));
  }

  /** Texts side by side; the row is as high as the highest of them. */
  row(parts: readonly { type: string; text: string; style: TextStyle }[], parent: Element = this.root): void {
    const top = this.doc.y;
    const heights = parts.map(({ type, text, style }) => {
      this.doc.y = top;
      this.text(type, text, style, parent);
      return this.doc.y;
    });
    this.doc.y = Math.max(...heights);
  }

  bullet(text: string, style: TextStyle, list: Element): void {
    const indent = (style.indent ?? 0) + 12;
    const item = this.group("LI", list);
    this.row(
      [
        { type: "Lbl", text: "•", style: { ...style, width: 12 } },
        { type: "LBody", text, style: { ...style, indent, width: this.width - indent } },
      ],
      item,
    );
    item.end();
  }

  heightOf(text: string, { size, isBold = false, indent = 0, width = this.width - indent }: TextStyle): number {
    return this.doc
      .font(isBold ? "bold" : "regular")
      .fontSize(size)
      .heightOfString(text, { width });
  }

  /** Goes on with a new page unless so much fits on this one, or would fit on none. */
  keep(height: number): void {
    const { page } = this.doc;
    const room = page.height - 2 * MARGIN;
    if (height <= room && this.doc.y + height > page.height - MARGIN) this.doc.continueOnNewPage();
  }

  space(height: number): void {
    this.doc.y += height;
  }

  /** A short painted stroke, as over the titles of the pages. */
  stroke(): void {
    this.draw(() => this.doc.roundedRect(MARGIN, this.doc.y, 26, 5, 2.5).fill(BLAZE));
    this.doc.y += 13;
  }

  /** A line between two parts; none where the page's edge parts them already. */
  rule(): void {
    if (this.doc.y > MARGIN + 1) this.draw(() => this.doc.rect(MARGIN, this.doc.y, this.width, 0.7).fill(LINE));
  }

  bookmark(title: string): void {
    this.doc.outline.addItem(title);
  }

  /** @param toFooter  the two ends of a page's last line */
  async finish(toFooter: (page: number, count: number) => [string, string]): Promise<Buffer> {
    this.root.end();
    const { count } = this.doc.bufferedPageRange();
    for (let at = 0; at < count; at += 1) this.writeFooter(at, toFooter(at + 1, count));
    const ended = new Promise((resolve) => this.doc.on("end", resolve));
    this.doc.end();
    await ended;
    return Buffer.concat(this.chunks);
  }

  private add(type: string, text: string, parent: Element, write: () => void): void {
    const element = this.doc.struct(type, DRAWABLE.test(text) ? {} : { actual: text }, write);
    parent.add(element);
    element.end();
  }

  private write(text: string, style: TextStyle): void {
    const { size, isBold = false, color = INK, indent = 0, width = this.width - indent, align = "left" } = style;
    this.doc
      .font(isBold ? "bold" : "regular")
      .fontSize(size)
      .fillColor(color)
      .text(text, MARGIN + indent, this.doc.y, { width, align });
    this.doc.x = MARGIN;
  }

  private draw(paint: () => void): void {
    this.doc.markContent("Artifact", { type: "Layout" });
    paint();
    this.doc.endMarkedContent();
  }

  private writeFooter(page: number, [left, right]: [string, string]): void {
    const { doc } = this;
    doc.switchToPage(page);
    // Text below the margin would start a page of its own.
    doc.page.margins.bottom = 0;
    const y = doc.page.height - MARGIN + 20;
    doc.markContent("Artifact", { type: "Pagination", attached: ["Bottom"] });
    doc.font("regular").fontSize(FOOTER_SIZE).fillColor(MUTED);
    doc.text(left, MARGIN, y, { width: this.width, lineBreak: false });
    doc.text(right, MARGIN, y, { width: this.width, align: "right", lineBreak: false });
    doc.endMarkedContent();
  }
}
