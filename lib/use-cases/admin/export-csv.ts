import { type CsvValue, toCsv } from "@/lib/adapters/csv";
import type { AuditAction, AuditFilters, PeopleFilters } from "@/lib/contracts/admin";
import type { AdminCareerFilters } from "@/lib/contracts/admin-careers";
import { listCareersAfter, sumInteractionsByCareer } from "@/lib/db/admin-exports";
import { listPeopleAfter } from "@/lib/db/admin-people";
import { type AuditCursor, listAudit, recordAudit } from "@/lib/db/audit-log";
import { DIMENSIONS } from "@/lib/engine/profile/dimensions";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { requireAdmin } from "../permissions";
import { toAuditFilter } from "./list-audit";

type ExportDeps = Pick<Deps, "db" | "nowMs" | "newId">;
/** A file's name, and its text as it is made. */
type CsvFile = { name: string; pieces: AsyncGenerator<string> };

/** Rows that are asked for at once: the embedded database does nothing else meanwhile. */
const BATCH = 500;
const DAY_MS = 24 * 3600 * 1000;

/** Accounts that pass the filters, without anything secret. */
export async function exportPeople(deps: ExportDeps, actor: Actor, filters: PeopleFilters): Promise<CsvFile> {
  const { role = null, status } = filters;
  const name = await beginExport(deps, actor, "people", { role, status });
  const rows = inBatches(null as string | null, async (after) => {
    const people = await listPeopleAfter(deps.db, { filters, after, limit: BATCH });
    return {
      rows: people.map((row) => [row.id, row.email, row.role, row.lockedAt, row.createdAt, row.lastSeenAt]),
      next: people.length < BATCH ? null : (people.at(-1)?.id ?? null),
    };
  });
  return { name, pieces: toCsv(["id", "email", "role", "locked_at", "created_at", "last_seen_at"], rows) };
}

const CAREER_COLUMNS = [
  ...["code", "title", "cluster", "active", "shipped", "changed", "updated_at"],
  ...["other_titles", "keywords", "summary", "day_1", "day_2", "day_3", "fits", "tough"],
  ...["job_zone", "education", "wage_period", "wage_p10", "wage_median", "wage_p90"],
  ...["growth_percent", "openings_per_year", "interests", ...DIMENSIONS],
];

/** Careers that pass the filters, with what a form has of them. */
export async function exportCareers(deps: ExportDeps, actor: Actor, filters: AdminCareerFilters): Promise<CsvFile> {
  const { cluster = null, status, origin } = filters;
  const name = await beginExport(deps, actor, "careers", { cluster, status, origin });
  const rows = inBatches("", async (after) => {
    const careers = await listCareersAfter(deps.db, { filters, after, limit: BATCH });
    return { rows: careers.map(toCareerRow), next: careers.length < BATCH ? null : (careers.at(-1)?.code ?? null) };
  });
  return { name, pieces: toCsv(CAREER_COLUMNS, rows) };
}

function toCareerRow({ record, ...row }: Awaited<ReturnType<typeof listCareersAfter>>[number]): CsvValue[] {
  const { wages, outlook, day } = record;
  return [
    ...[row.code, row.title, row.cluster, row.isActive, row.isShipped, row.isChanged, row.updatedAt],
    ...[record.alternateTitles.join("; "), record.keywords.join("; "), record.summary],
    ...[day[0] ?? null, day[1] ?? null, day[2] ?? null, record.fits, record.tough],
    ...[record.jobZone, record.education.typicalEntry, wages?.period ?? null],
    ...[wages?.p10 ?? null, wages?.median ?? null, wages?.p90 ?? null],
    ...[outlook?.growthPercent ?? null, outlook?.openingsPerYear ?? null, record.riasec.code],
    ...record.abilityVector,
  ];
}

/** The audit log's entries that pass the filters, newest first. */
export async function exportAudit(deps: ExportDeps, actor: Actor, filters: AuditFilters): Promise<CsvFile> {
  const { action = null, from = null, to = null } = filters;
  const name = await beginExport(deps, actor, "audit", { action, from, to });
  const filter = await toAuditFilter(deps, filters);
  const rows = inBatches(null as AuditCursor | null, async (after) => {
    const page = await listAudit(deps.db, { filter, after, limit: BATCH });
    return {
      rows: page.rows.map((row) => [
        ...[row.createdAt, row.action, row.actorId, row.actorEmail, row.targetType, row.targetId, row.targetName],
        row.details === null ? null : JSON.stringify(row.details),
      ]),
      next: page.next,
    };
  });
  const columns = ["at", "action", "actor_id", "actor_email", "target_type", "target_id", "target_name", "details"];
  return { name, pieces: toCsv(columns, rows) };
}

const INTERACTION_COLUMNS = [
  ...["code", "title", "people", "views", "clicks", "implementations", "saves", "shares", "ratings", "dismissals"],
  "mean_label",
];

/** What was recorded within the last days, career by career. */
export async function exportInteractions(deps: ExportDeps, actor: Actor, { days }: { days: number }): Promise<CsvFile> {
  const name = await beginExport(deps, actor, "interactions", { days });
  const careers = await sumInteractionsByCareer(deps.db, new Date(deps.nowMs() - days * DAY_MS));
  const rows = inBatches(0, async () => ({
    rows: careers.map((row) => [
      ...[row.code, row.title, row.people, row.views, row.clicks, row.implementations, row.saves, row.shares],
      ...[row.ratings, row.dismissals, row.meanLabel],
    ]),
    next: null,
  }));
  return { name, pieces: toCsv(INTERACTION_COLUMNS, rows) };
}

/**
 * Checks the permission and records who took what out. What was searched for is left out, since it may be somebody's address.
 * @returns the file's name
 */
async function beginExport(
  deps: ExportDeps,
  actor: Actor,
  what: "people" | "careers" | "audit" | "interactions",
  filters: Record<string, unknown>,
): Promise<string> {
  const actorId = requireAdmin(actor);
  const action: AuditAction = `export.${what}`;
  await recordAudit(deps.db, {
    ...{ id: deps.newId(), actorId, action, targetType: "export", targetId: what },
    details: { filters },
  });
  return `waymark-${what}-${new Date(deps.nowMs()).toISOString().slice(0, 10)}.csv`;
}

/** Rows page by page, each asked for when the one before it was sent. */
async function* inBatches<Cursor>(
  first: Cursor,
  readPage: (after: Cursor) => Promise<{ rows: CsvValue[][]; next: Cursor | null }>,
): AsyncGenerator<CsvValue[][]> {
  for (let page = await readPage(first); ; page = await readPage(page.next)) {
    yield page.rows;
    if (page.next === null) return;
  }
}
