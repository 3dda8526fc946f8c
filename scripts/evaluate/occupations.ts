/** Whether postings find their occupation: the matcher that the import uses against plainer ways, on the labelled titles beside this. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Embedder } from "@/lib/adapters/embedder";
import { hitAt } from "@/lib/engine/evaluation/retrieval";
import { createRng } from "@/lib/engine/math/random";
import { bootstrapMean, mean, wilsonInterval } from "@/lib/engine/math/statistics";
import { topK } from "@/lib/engine/math/top-k";
import { multiply } from "@/lib/engine/math/vectors";
import type { CareerSnapshot } from "@/lib/use-cases/career-snapshot";
import { toCareerText } from "@/lib/use-cases/embed-careers";
import { matchOccupations } from "@/lib/use-cases/jobs/match-occupations";
import type { Table } from "../report";
import { createTfIdf } from "./tf-idf";

type LabelledTitle = { title: string; series: string; acceptable: Set<number> };
type Ranked = { system: string; rankings: number[][] };

const SEED = 5150;
const SURE_FROM = [0, 0.4, 0.6, 0.8, 0.9];

function readTitles(snapshot: CareerSnapshot): LabelledTitle[] {
  const lines = readFileSync(path.join("scripts", "evaluate", "job-titles.tsv"), "utf8")
    .trim()
    .split("\n")
    .slice(1);
  return lines.map((line) => {
    const [title = "", series = "", codes = ""] = line.split("\t");
    const acceptable = codes.split(" ").map((code) => {
      const position = snapshot.positions.get(code);
      if (position === undefined)
        throw new Error(`job-titles.tsv names ${code} for “${title}”, which is no occupation.`);
      return position;
    });
    return { title, series: series.replace(/^\d+ /, ""), acceptable: new Set(acceptable) };
  });
}

/** The ways to choose between are told apart by the 1st, 3rd ... title; the others are for reporting. */
const isForReport = (_: unknown, at: number): boolean => at % 2 === 1;

export async function evaluateOccupations(embedder: Embedder, snapshot: CareerSnapshot): Promise<Table[]> {
  const titles = readTitles(snapshot);
  const withSeries = titles.map(({ title, series }) => ({ title, hint: series }));
  const matched = await matchOccupations({ embedder, snapshot }, withSeries, 5);
  const matchedTitles = await matchOccupations(
    { embedder, snapshot },
    titles.map(({ title }) => ({ title })),
    5,
  );
  const systems: Ranked[] = [
    ...(await rankPlainly(embedder, snapshot, titles)),
    { system: "Waymark’s matcher, title", rankings: matchedTitles.map((list) => list.map((match) => match.position)) },
    {
      system: "Waymark’s matcher, title and series",
      rankings: matched.map((list) => list.map((match) => match.position)),
    },
  ];
  const isRight = matched.map((list, i) => titles[i]?.acceptable.has(list[0]?.position ?? -1) ?? false);
  const confidence = matched.map((list) => list[0]?.confidence ?? 0);
  return [toHitTable(systems, titles), toCalibrationTable(confidence, isRight)];
}

async function rankPlainly(
  embedder: Embedder,
  snapshot: CareerSnapshot,
  titles: readonly LabelledTitle[],
): Promise<Ranked[]> {
  const { embeddings } = snapshot.index;
  if (embeddings === null) throw new Error("No embeddings: postings cannot be matched to occupations.");
  const tfIdf = createTfIdf(snapshot.careers.map((career) => toCareerText(career.record)));
  const vectors = await embedder.embed(titles.map(({ title }) => title));
  return [
    { system: "TF-IDF words, title", rankings: titles.map(({ title }) => topK(tfIdf(title), 5)) },
    {
      system: "TF-IDF words, title and series",
      rankings: titles.map(({ title, series }) => topK(tfIdf(`${title} ${series}`), 5)),
    },
    {
      system: "embedding of the title as it is",
      rankings: vectors.map((vector) => topK(multiply(embeddings, Float64Array.from(vector)), 5)),
    },
  ];
}

function toHitTable(systems: readonly Ranked[], titles: readonly LabelledTitle[]): Table {
  const rows = systems.map(({ system, rankings }) => {
    const hits = (k: number): number[] =>
      rankings.map((ranking, i) => hitAt(ranking, titles[i]?.acceptable ?? new Set(), k));
    const interval = (values: number[]) =>
      wilsonInterval(
        values.reduce((sum, hit) => sum + hit, 0),
        values.length,
      );
    return {
      system,
      "top 1": interval(hits(1).filter(isForReport)),
      "top 5": interval(hits(5).filter(isForReport)),
      "top 1, all": mean(hits(1)),
      "top 5, all": mean(hits(5)),
    };
  });
  return {
    name: "Finding the occupation of a posting",
    note: `${titles.length} hand-labelled titles of real postings, one to four right answers each. 95 % Wilson intervals on the half that nothing was chosen on; beside them, all titles.`,
    rows,
  };
}

function toCalibrationTable(confidence: readonly number[], isRight: readonly boolean[]): Table {
  const report = confidence.map((value, i) => ({ value, right: isRight[i] ? 1 : 0 })).filter(isForReport);
  const bins = SURE_FROM.map((from, at) => ({ from, to: SURE_FROM[at + 1] ?? Number.POSITIVE_INFINITY }));
  const rows = bins.map(({ from, to }) => {
    const inside = report.filter(({ value }) => value >= from && value < to);
    return {
      confidence: to > 1 ? `${from} and above` : `${from} to ${to}`,
      titles: inside.length,
      "mean confidence": mean(inside.map(({ value }) => value)),
      right: wilsonInterval(inside.filter(({ right }) => right === 1).length, inside.length),
    };
  });
  const gaps = report.map(({ value, right }) => value - right);
  return {
    name: "How sure the matcher is, and how often it is right",
    note: "Title and series, the reporting half. The last row is over all: positive means that it is surer than it should be.",
    rows: [
      ...rows,
      {
        confidence: "all: confidence less right",
        titles: report.length,
        "mean confidence": mean(report.map(({ value }) => value)),
        right: bootstrapMean(gaps, createRng(SEED)),
      },
    ],
  };
}
