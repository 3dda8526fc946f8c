/**
 * `npm run jobs:import -- FILE... [--format usajobs|json-ld|rss|csv] [--map mapping.json] [--source NAME] [--errors FILE] [--as-of DATE]
 * [--replace]`: reads feeds of postings into the database. Run again, also after a kill, it changes only what differs.
 */
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { parseMapping } from "@/lib/adapters/job-feeds/csv-columns";
import { FEED_FORMATS, type FeedFormat } from "@/lib/adapters/job-feeds/feed-item";
import { makeProblemFile } from "@/lib/adapters/job-feeds/problem-file";
import { makeProgressBar, printProgress } from "@/lib/adapters/print-progress";
import { getEnv } from "@/lib/env";
import { openDeps } from "@/lib/use-cases/deps";
import {
  type ImportCounts,
  type ImportOptions,
  type ImportProblem,
  importJobs,
} from "@/lib/use-cases/jobs/import-jobs";
import { prepareCatalogue } from "@/lib/use-cases/prepare-catalogue";

const USAGE =
  "npm run jobs:import -- FILE... [--format usajobs|json-ld|rss|csv] [--map mapping.json] [--source NAME] [--errors FILE] [--as-of DATE] [--replace]";

function readOptions(): { files: string[]; errors: string | undefined; options: ImportOptions } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      format: { type: "string" },
      map: { type: "string" },
      source: { type: "string" },
      errors: { type: "string" },
      "as-of": { type: "string" },
      replace: { type: "boolean", default: false },
    },
  });
  if (positionals.length === 0) throw new Error(`Name at least one file:\n  ${USAGE}`);
  const options = {
    format: readFormat(values.format),
    mapping: values.map === undefined ? null : parseMapping(readFileSync(values.map, "utf8"), values.map),
    source: readSource(values.source),
    asOfMs: readAsOf(values["as-of"]),
    isReplacing: values.replace,
  };
  return { files: positionals, errors: values.errors, options };
}

function readFormat(value: string | undefined): FeedFormat | null {
  const format = FEED_FORMATS.find((name) => name === value);
  if (value !== undefined && format === undefined) {
    throw new Error(`--format ${value}: must be one of ${FEED_FORMATS.join(", ")}.`);
  }
  return format ?? null;
}

function readSource(value: string | undefined): string | null {
  if (value === undefined) return null;
  if (!/^[a-z0-9][a-z0-9-]{1,39}$/.test(value)) {
    throw new Error(`--source ${value}: must be 2 to 40 small letters, digits and hyphens, such as city-jobs.`);
  }
  if (value === "employer" || value === "demo")
    throw new Error(`--source ${value}: is what Waymark itself uses; choose another name.`);
  return value;
}

function readAsOf(value: string | undefined): number | null {
  if (value === undefined) return null;
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(ms) || ms > Date.now())
    throw new Error(`--as-of ${value}: must be a day in the past, such as 2024-06-01.`);
  return ms;
}

const format = (count: number): string => count.toLocaleString("en-US");

function printSummary(counts: ImportCounts, seconds: number): void {
  const { read, added, changed, unchanged, expired, refused, later, closed, broken } = counts;
  console.log(
    [
      `${format(read)} read in ${seconds.toFixed(1)} s (${format(Math.round(read / seconds))} a second):`,
      `  ${format(added)} added, ${format(changed)} changed, ${format(unchanged)} unchanged, ${format(refused)} refused`,
      `  ${format(expired)} of them are past their end and not open`,
      ...(later > 0 ? [`  ${format(later)} appeared only after the day of --as-of and were passed over`] : []),
      ...(closed > 0 ? [`  ${format(closed)} that the feed no longer has were closed`] : []),
      ...(broken > 0 ? [`  ${broken} of the files could not be read to the end`] : []),
      "Salaries by the hour, day, week or month count as a full-time year: x 2080, 260, 52 or 12.",
    ].join("\n"),
  );
}

const toPlace = ({ at }: ImportProblem): string => (at === null ? "" : `${at.unit} ${at.number}`);

try {
  const { files, errors, options } = readOptions();
  const env = getEnv();
  const deps = await openDeps(env);
  const problemFile = errors ?? path.join(env.dataDir, "jobs-import-errors.csv");
  const problems = makeProblemFile(problemFile);
  try {
    if (deps.embedder === null) console.log(`Without embeddings: ${deps.embedderError}`);
    await prepareCatalogue(deps, printProgress);
    const bytes = files.reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0);
    const draw = makeProgressBar("Importing jobs", bytes);
    const startMs = performance.now();
    const counts = await importJobs(deps, files, options, {
      onProgress: (done, { read }) => {
        const perSecond = Math.round((1000 * read) / (performance.now() - startMs));
        draw(done, `${format(read)} read, ${format(perSecond)} a second`);
      },
      onProblem: (problem) => {
        const { file, outcome, field, value, fix } = problem;
        problems.add([file, toPlace(problem), outcome, field, value, fix]);
        if (outcome === "broken") console.error(`\n${file}: ${fix}.`);
      },
    });
    if (process.stdout.isTTY) console.log();
    printSummary(counts, (performance.now() - startMs) / 1000);
    const problemCount = problems.close();
    if (problemCount > 0) console.log(`Problems listed in ${problemFile}: ${format(problemCount)}`);
    if (counts.broken > 0) process.exitCode = 1;
  } finally {
    problems.close();
    await deps.close();
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
