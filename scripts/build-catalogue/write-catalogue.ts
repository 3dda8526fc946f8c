import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Catalogue } from "./build-catalogue";
import type { CatalogueReport } from "./report/catalogue-report";
import { toReportMarkdown } from "./report/report-markdown";

/** File name -> text of everything the build writes. */
export function toCatalogueFiles(catalogue: Catalogue, report: CatalogueReport): Map<string, string> {
  return new Map([
    ["careers.jsonl", catalogue.careers.map((career) => `${JSON.stringify(career)}\n`).join("")],
    ["clusters.json", toJsonText(catalogue.clusters)],
    ["elements.json", toJsonText(catalogue.elements)],
    ["report.json", toJsonText(report)],
    ["report.md", toReportMarkdown(report)],
  ]);
}

/** Writes the files into a folder, which is made when absent. */
export function writeCatalogue(out: string, files: ReadonlyMap<string, string>): void {
  mkdirSync(out, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(out, name), text);
}

function toJsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
