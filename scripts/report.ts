import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Interval } from "@/lib/engine/math/statistics";

export type Row = Record<string, string | number | Interval>;
export type Table = { name: string; note: string; rows: Row[] };

const OUT_DIR = "bench-results";

const isInterval = (value: Row[string]): value is Interval => typeof value === "object";

function formatCell(value: Row[string] | undefined): string {
  if (value === undefined) return "";
  if (isInterval(value)) return `${value.estimate.toFixed(3)} (${value.low.toFixed(3)} to ${value.high.toFixed(3)})`;
  return typeof value === "number" ? String(Math.round(value * 1000) / 1000) : value;
}

/** Prints the tables as Markdown. */
export function printTables(tables: readonly Table[]): void {
  for (const { name: title, note, rows } of tables) {
    const columns = Object.keys(rows[0] ?? {});
    console.log(`\n### ${title}\n\n${note}\n`);
    console.log(`| ${columns.join(" | ")} |\n|${columns.map(() => " --- |").join("")}`);
    for (const row of rows) console.log(`| ${columns.map((column) => formatCell(row[column])).join(" | ")} |`);
  }
}

/** Prints the tables as Markdown and writes them as JSON to bench-results/. */
export function report(name: string, tables: readonly Table[]): void {
  printTables(tables);
  mkdirSync(OUT_DIR, { recursive: true });
  const file = path.join(OUT_DIR, `${name}.json`);
  writeFileSync(file, `${JSON.stringify(tables, null, 1)}\n`);
  console.log(`\nWritten to ${file}`);
}
