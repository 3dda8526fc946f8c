import { jsonParser } from "stream-json/core/parser.js";
import { BrokenFeedError, type FeedText } from "./feed-item";

type Container = { value: Record<string, unknown> | unknown[]; key: string };

/** Against a file that is one endless posting, or none at all. */
const LENGTH_MAX = 20_000_000;
const DEPTH_MAX = 100;

/**
 * The objects of a JSON text that are postings, wherever in it they stand: a single one, lists, lists of lists, one after another.
 * Each is let go of when it was handed out, so that the file may be of any size.
 * @throws BrokenFeedError where the text is no JSON, or ends too early
 */
export async function* readJsonObjects(
  text: FeedText | Iterable<string>,
  isPosting: (value: Record<string, unknown>) => boolean,
): AsyncGenerator<Record<string, unknown>> {
  const parse = jsonParser({ streamValues: false, jsonStreaming: true });
  const assembler = makeAssembler(isPosting);
  let count = 0;
  let length = 0;
  for await (const piece of text) {
    // A fault loses what was parsed in the same call: each ends where an object may be whole.
    for (const part of piece.split(/(?<=\})/)) {
      const result = tryTo(() => parse(part), count);
      length += part.length;
      for (const token of isMany(result) ? result.values : []) {
        const posting = assembler.take(token as Token);
        if (posting === null) continue;
        count++;
        length = 0;
        yield posting;
      }
    }
    if (length > LENGTH_MAX || assembler.depth() > DEPTH_MAX) {
      throw new BrokenFeedError(
        `after ${count} postings comes none in ${LENGTH_MAX} characters, or one too deeply nested`,
      );
    }
  }
  if (assembler.depth() > 0)
    throw new BrokenFeedError(`it ends in the middle, after ${count} postings: fetch the file again`);
}

function tryTo<Result>(work: () => Result, count: number): Result {
  try {
    return work();
  } catch (cause) {
    throw new BrokenFeedError(`it is no JSON after ${count} postings: ${(cause as Error).message}`, { cause });
  }
}

const isMany = (value: unknown): value is { values: unknown[] } =>
  typeof value === "object" && value !== null && "values" in value;

type Token = { name: string; value?: unknown };

function makeAssembler(isPosting: (value: Record<string, unknown>) => boolean) {
  const stack: Container[] = [];
  const put = (value: unknown): void => {
    const top = stack.at(-1);
    if (top === undefined) return;
    if (Array.isArray(top.value)) top.value.push(value);
    else top.value[top.key] = value;
  };
  const close = (): Record<string, unknown> | null => {
    const { value } = stack.pop() as Container;
    if (!Array.isArray(value) && isPosting(value)) return value;
    put(value);
    return null;
  };
  const take = ({ name, value }: Token): Record<string, unknown> | null => {
    // Without a prototype, a key like __proto__ is one as any other.
    if (name === "startObject") stack.push({ value: Object.create(null) as Record<string, unknown>, key: "" });
    else if (name === "startArray") stack.push({ value: [], key: "" });
    else if (name === "endObject" || name === "endArray") return close();
    else if (name === "keyValue") (stack.at(-1) as Container).key = String(value);
    else put(name === "numberValue" ? Number(value) : value);
    return null;
  };
  return { take, depth: () => stack.length };
}
