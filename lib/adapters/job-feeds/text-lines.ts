import type { FeedText } from "./feed-item";

const LENGTH_MAX = 4_000_000;

/** The lines of a text with their numbers, without empty ones; of one that is too long only its beginning, marked so. */
export async function* readLines(text: FeedText): AsyncGenerator<{ number: number; line: string; isWhole: boolean }> {
  let rest = "";
  let number = 0;
  let isWhole = true;
  for await (const piece of text) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      number++;
      if (line.trim() !== "")
        yield { number, line: line.slice(0, LENGTH_MAX), isWhole: isWhole && line.length <= LENGTH_MAX };
      isWhole = true;
    }
    if (rest.length > LENGTH_MAX) {
      rest = rest.slice(0, 1000);
      isWhole = false;
    }
  }
  if (rest.trim() !== "") yield { number: number + 1, line: rest, isWhole };
}
