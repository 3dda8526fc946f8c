import type { CareerSummary } from "@/lib/contracts/careers";
import { hasTrackingConsent } from "@/lib/db/consents";
import { type ImpressionRow, recordSlate } from "@/lib/db/slates";
import type { Actor } from "./actor";
import type { Deps } from "./deps";

/** What made a list, to learn from later. */
type Showing = {
  surface: "search" | "browse" | "similar";
  mode: string;
  /** How the order came about, such as sort_by_salary. */
  policy: string;
  /** The words of a search are left out: nothing is learned from them that the careers do not tell. */
  options: Record<string, unknown>;
  /** Of the embeddings that made the scores; null where they did not. */
  embeddingModel: string | null;
  /** Rows before the first one. */
  offset: number;
};

type ListDeps = Pick<Deps, "db" | "newId" | "background">;

/** Whether lists that follow from no quiz are kept of this person: only with consent, since nobody needs them but the ranking. */
export async function canRecordLists(deps: Pick<Deps, "db">, actor: Actor): Promise<boolean> {
  if (actor.userId === null || actor.isOptedOut) return false;
  return hasTrackingConsent(deps.db, actor.userId, { isProgram: !actor.isBrowser });
}

/**
 * Gives the careers of a list ids that interactions can refer to, and keeps it as it is shown. Nobody waits for that, and its failure
 * concerns nobody.
 */
export function showList(deps: ListDeps, actor: Actor, items: CareerSummary[], showing: Showing): CareerSummary[] {
  const { userId } = actor;
  if (userId === null || items.length === 0) return items;
  const shown = items.map((item) => ({ ...item, recommendationId: deps.newId() }));
  const { offset, embeddingModel, ...rest } = showing;
  const slate = {
    ...rest,
    userId,
    id: deps.newId(),
    sessionId: null,
    embeddingModel,
    modelVersion: embeddingModel,
    featureVersion: null,
    diversityScore: 0,
    impressions: shown.map(
      ({ recommendationId, code, score }, i): ImpressionRow => ({
        id: recommendationId,
        position: offset + i + 1,
        careerCode: code,
        score: score ?? 0,
        parts: score === null ? {} : { match: score },
        embeddingSimilarity: null,
        abilitySimilarity: null,
        explanation: { for: [], against: [], change: [] },
      }),
    ),
  };
  deps.background.run("keeping a list", () => recordSlate(deps.db, slate, { isProgram: !actor.isBrowser }));
  return shown;
}
