import type { ColumnMapping } from "@/lib/adapters/job-feeds/csv-columns";
import {
  BrokenFeedError,
  type FeedFormat,
  type FeedItem,
  type FeedPlace,
  type FeedProblem,
} from "@/lib/adapters/job-feeds/feed-item";
import { type Feed, readFeed } from "@/lib/adapters/job-feeds/read-feed";
import { analyzeJobs, closeFeedJobs, deactivateExpiredJobs, listOpenSourceIds } from "@/lib/db/jobs";
import type { Deps } from "../deps";
import { makeSeenIds, type SeenIds } from "./seen-ids";
import { type StoreDeps, type StoreOptions, storePostings } from "./store-postings";
import { type Posting, toPosting, toRawSourceId } from "./to-posting";

export type ImportOptions = {
  /** null: told by the content */
  format: FeedFormat | null;
  mapping: ColumnMapping | null;
  /** What the postings are of; null: the format */
  source: string | null;
  /** The files are read as of this moment, and their dates moved to now; null: as of now */
  asOfMs: number | null;
  /** Whether postings of the source that the files no longer have are closed. */
  isReplacing: boolean;
};

export type ImportProblem = FeedProblem & {
  file: string;
  /** null of a file as a whole */
  at: FeedPlace | null;
  /** refused: the posting is not stored; left out: it is, without this; broken: nothing from here on is read */
  outcome: "refused" | "left out" | "broken";
};

export type ImportCounts = {
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  /** Of those read, past their end: stored, but not open. */
  expired: number;
  refused: number;
  /** Appeared after the moment that the files are read as of. */
  later: number;
  /** Open ones that the files no longer have. */
  closed: number;
  /** Files that could not be read to their end. */
  broken: number;
};

export type ImportListener = {
  onProgress: (bytesRead: number, counts: Readonly<ImportCounts>) => void;
  onProblem: (problem: ImportProblem) => void;
};

export type ImportDeps = StoreDeps & Pick<Deps, "dbEngine">;

type Run = {
  deps: ImportDeps;
  options: ImportOptions;
  listener: ImportListener;
  counts: ImportCounts;
  nowMs: number;
  asOfMs: number;
  companyIds: Map<string, string>;
  /** By source. */
  seen: Map<string, SeenIds>;
  /** Of the files before. */
  bytesBefore: number;
};

/** One statement writes so many: enough that its own cost does not count, few enough that a killed import repeats little. */
const BATCH = 256;
/** Batches on their way at once: a server puts vectors into the index on several cores; the embedded database does one thing at a time. */
const WRITERS = { embedded: 1, server: 3 };
const CLOSE_BATCH = 2000;

/**
 * Reads feeds of postings and stores them by their source and their id in it. What cannot be used is reported, and the rest goes on. Run
 * again, after a kill too, it changes only what differs.
 */
export async function importJobs(
  deps: ImportDeps,
  files: readonly string[],
  options: ImportOptions,
  listener: ImportListener,
): Promise<ImportCounts> {
  const nowMs = deps.nowMs();
  const counts = {
    read: 0,
    added: 0,
    changed: 0,
    unchanged: 0,
    expired: 0,
    refused: 0,
    later: 0,
    closed: 0,
    broken: 0,
  };
  const shared = { nowMs, asOfMs: options.asOfMs ?? nowMs, companyIds: new Map<string, string>(), seen: new Map() };
  const run: Run = { deps, options, listener, counts, ...shared, bytesBefore: 0 };
  for (const file of files) await importFile(run, file);
  if (options.isReplacing && counts.broken === 0) {
    for (const [source, seen] of run.seen) counts.closed += await closeUnseen(run, source, seen);
  }
  await deactivateExpiredJobs(deps.db, new Date(nowMs));
  if (counts.added + counts.changed + counts.closed > 0) await analyzeJobs(deps.db);
  return counts;
}

async function importFile(run: Run, file: string): Promise<void> {
  const { options, counts, listener } = run;
  try {
    const feed = await readFeed(file, options);
    const source = options.source ?? feed.format;
    const seen = run.seen.get(source) ?? makeSeenIds();
    run.seen.set(source, seen);
    await importFeed(run, feed, { file, source, seen });
    run.bytesBefore += feed.bytesTotal;
  } catch (error) {
    if (!(error instanceof BrokenFeedError)) throw error;
    counts.broken++;
    listener.onProblem({ file, at: null, outcome: "broken", field: "file", value: "", fix: error.message });
  }
}

type Target = { file: string; source: string; seen: SeenIds };

async function importFeed(run: Run, feed: Feed, target: Target): Promise<void> {
  const { deps, counts, listener } = run;
  const store: StoreOptions = {
    source: target.source,
    nowMs: run.nowMs,
    shiftMs: run.nowMs - run.asOfMs,
    companyIds: run.companyIds,
  };
  const writers = makeWriters(WRITERS[deps.dbEngine], async (postings: Posting[]) => {
    const stored = await storePostings(deps, postings, store);
    counts.added += stored.added;
    counts.changed += stored.changed;
    counts.unchanged += stored.unchanged;
    listener.onProgress(run.bytesBefore + feed.bytesRead(), counts);
  });
  let batch: Posting[] = [];
  try {
    for await (const item of feed.items) {
      counts.read++;
      const posting = takeItem(run, item, target);
      if (posting !== null) batch.push(posting);
      if (batch.length < BATCH) continue;
      await writers.start(batch);
      batch = [];
    }
  } finally {
    // Also of a feed that breaks: what was read of it counts.
    if (batch.length > 0) await writers.start(batch);
    await writers.settle();
    listener.onProgress(run.bytesBefore + feed.bytesRead(), counts);
  }
}

/** Runs so many calls side by side while more is read. The first failure is thrown by the next `start` or by `settle`. */
function makeWriters<Work>(countMax: number, write: (work: Work) => Promise<void>) {
  const underWay = new Set<Promise<void>>();
  let failure: { cause: unknown } | null = null;
  const check = (): void => {
    if (failure !== null) throw failure.cause;
  };
  const start = async (work: Work): Promise<void> => {
    while (underWay.size >= countMax) await Promise.race(underWay);
    check();
    const done: Promise<void> = write(work)
      .catch((cause: unknown) => {
        failure ??= { cause };
      })
      .finally(() => underWay.delete(done));
    underWay.add(done);
  };
  const settle = async (): Promise<void> => {
    await Promise.all(underWay);
    check();
  };
  return { start, settle };
}

function takeItem(run: Run, item: FeedItem, { file, seen }: Target): Posting | null {
  const { counts, listener } = run;
  const tell = (outcome: "refused" | "left out", problem: FeedProblem): void =>
    listener.onProblem({ file, at: item.at, outcome, ...problem });
  if ("problem" in item) {
    counts.refused++;
    tell("refused", item.problem);
    return null;
  }
  const { posting, isLater, problems } = toPosting(item.posting, run.asOfMs);
  const isNew = seen.add(posting?.sourceId ?? toRawSourceId(item.posting));
  if (posting === null && isLater && run.options.asOfMs !== null) {
    counts.later++;
    return null;
  }
  if (posting === null || !isNew) {
    counts.refused++;
    if (posting === null) for (const problem of problems) tell("refused", problem);
    else tell("refused", { field: "sourceId", value: posting.sourceId, fix: "was there before: the first one counts" });
    return null;
  }
  for (const problem of problems) tell("left out", problem);
  if (posting.expiresAtMs !== null && posting.expiresAtMs <= run.asOfMs) counts.expired++;
  return posting;
}

async function closeUnseen({ deps, nowMs }: Run, source: string, seen: SeenIds): Promise<number> {
  let closed = 0;
  for (let after = ""; ; ) {
    const ids = await listOpenSourceIds(deps.db, { source, after, limit: CLOSE_BATCH });
    const unseen = ids.filter((id) => !seen.has(id));
    if (unseen.length > 0) closed += await closeFeedJobs(deps.db, source, unseen, new Date(nowMs));
    const last = ids.at(-1);
    if (last === undefined || ids.length < CLOSE_BATCH) return closed;
    after = last;
  }
}
