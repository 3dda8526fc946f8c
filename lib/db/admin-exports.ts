import type { AdminCareerFilters } from "@/lib/contracts/admin-careers";
import type { CatalogueCareer } from "@/lib/contracts/catalogue";
import { whereCareers } from "./admin-careers";
import { Prisma } from "./generated/client";
import type { DbOrTx } from "./open";

export type ExportedCareer = {
  code: string;
  title: string;
  cluster: string;
  isActive: boolean;
  isShipped: boolean;
  isChanged: boolean;
  record: CatalogueCareer;
  updatedAt: Date;
};

/** Of all careers that pass the filters, the next ones after a code, in the order of the codes. */
export function listCareersAfter(
  db: DbOrTx,
  query: { filters: AdminCareerFilters; after: string; limit: number },
): Promise<ExportedCareer[]> {
  return db.$queryRaw`SELECT c."code", c."title", k."name" AS "cluster", c."isActive", c."isShipped",
      c."isShipped" AND c."overrides" IS NOT NULL AS "isChanged", c."record", c."updatedAt"
    FROM "Career" c JOIN "Cluster" k ON k."id" = c."clusterId"
    WHERE ${whereCareers(query.filters)} AND c."code" > ${query.after} ORDER BY c."code" LIMIT ${query.limit}`;
}

export type CareerInteractions = {
  code: string;
  title: string | null;
  people: number;
  views: number;
  clicks: number;
  implementations: number;
  saves: number;
  shares: number;
  ratings: number;
  dismissals: number;
  meanLabel: number;
};

/** What was recorded since about each career, the most first. There are no more rows than careers. */
export function sumInteractionsByCareer(db: DbOrTx, since: Date): Promise<CareerInteractions[]> {
  const count = (kind: string, name: string): Prisma.Sql =>
    Prisma.sql`(count(*) FILTER (WHERE x."kind" = ${kind}::"InteractionKind"))::int AS ${Prisma.raw(`"${name}"`)}`;
  return db.$queryRaw`
    SELECT s.*, c."title" FROM (
      SELECT x."careerCode" AS "code", count(DISTINCT x."userId")::int AS "people",
        ${count("view", "views")}, ${count("click", "clicks")}, ${count("implement", "implementations")},
        ${count("save", "saves")}, ${count("share", "shares")}, ${count("rate", "ratings")},
        ${count("dismiss", "dismissals")}, avg(x."label")::float8 AS "meanLabel", count(*) AS "all"
      FROM "Interaction" x WHERE x."createdAt" >= ${since} AND x."careerCode" IS NOT NULL GROUP BY 1
    ) s LEFT JOIN "Career" c ON c."code" = s."code" ORDER BY s."all" DESC, s."code"`;
}
