import { findCareerByTitle, hasCluster, listCloseCareers } from "@/lib/db/admin-careers";
import type { DbOrTx } from "@/lib/db/open";
import { AppError, type FieldError } from "@/lib/errors";
import type { Deps } from "../deps";

/** Two careers of the shipped catalogue in a hundred have a neighbor this near in meaning. */
const CLOSE_SIMILARITY = 0.75;
const CLOSE_MAX = 3;

/** What the rest of the catalogue has against a career: a cluster that is none, a title that is taken. */
export async function listCatalogueFaults(
  db: DbOrTx,
  career: { title?: string | undefined; cluster?: string | undefined },
  except: string | null,
): Promise<{ cluster: FieldError | null; title: FieldError | null }> {
  const { title, cluster } = career;
  const isUnknown = cluster !== undefined && !(await hasCluster(db, cluster));
  const namesake = title === undefined ? null : await findCareerByTitle(db, title, except);
  return {
    cluster: isUnknown ? { field: "cluster", message: "is not the id of a cluster" } : null,
    title:
      namesake === null
        ? null
        : { field: "title", message: `is the title of ${namesake.title} (${namesake.code}) already` },
  };
}

/** @throws AppError INVALID_INPUT on an unknown cluster, CONFLICT on a title that another career has */
export async function refuseCatalogueFaults(
  db: DbOrTx,
  career: { title?: string | undefined; cluster?: string | undefined },
  except: string | null,
): Promise<void> {
  const { cluster, title } = await listCatalogueFaults(db, career, except);
  if (cluster !== null)
    throw new AppError("INVALID_INPUT", { publicMessage: "cluster: is unknown", fields: [cluster] });
  if (title !== null) {
    throw new AppError("CONFLICT", { publicMessage: "Another career has this title already.", fields: [title] });
  }
}

/** Careers that say nearly the same as a text, nearest first; none without a model. */
export async function listCloseTo(
  deps: Pick<Deps, "db" | "embedder">,
  vector: ArrayLike<number> | null,
  except: string | null,
) {
  if (deps.embedder === null || vector === null) return [];
  return listCloseCareers(deps.db, {
    ...{ vector, except, model: deps.embedder.model },
    similarityMin: CLOSE_SIMILARITY,
    limit: CLOSE_MAX,
  });
}
