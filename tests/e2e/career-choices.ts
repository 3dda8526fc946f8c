import { randomUUID } from "node:crypto";
import { createRng } from "@/lib/engine/math/random";
import { expect, toAnswers } from "./fixtures";

const LIST_LENGTH = 20;
/** Rows that are looked at, from the top. */
const SEEN = 12;
const WELL_PAID = 65_000;

type Row = { recommendationId: string; salary_range: { median: number | null } | null };

/** Guests who take the quiz, look at the top of their lists and save whatever pays well, all of it told to the API. */
export async function makeChoices(url: string, people: number): Promise<void> {
  const rng = createRng(3);
  for (let person = 0; person < people; person++) {
    const answers = toAnswers(() => rng.integer(11), "");
    const { recommendations } = (await post(url, "results/recommend", {
      answers,
      top_n: LIST_LENGTH,
      diversity: false,
    })) as { recommendations: Row[] };
    const events = recommendations.slice(0, SEEN).flatMap(({ recommendationId, salary_range: pay }) => {
      const toEvent = (interaction_type: string) => ({ recommendationId, interaction_type, eventId: randomUUID() });
      const isWellPaid = (pay?.median ?? 0) > WELL_PAID;
      return [toEvent("view"), ...(isWellPaid ? [toEvent("save")] : [])];
    });
    await post(url, "recommendations/interact", { events });
  }
}

async function post(url: string, path: string, body: object): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const reply = await fetch(`${url}/api/v1/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  expect(reply.ok, path).toBe(true);
  return reply.json();
}
