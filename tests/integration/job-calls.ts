import { insertJob, type JobRow } from "@/lib/db/jobs";
import type { Deps } from "@/lib/use-cases/deps";
import { toGuestCookie } from "@/lib/web/guest-cookie";
import { type CallInput, getReply, type OperationName } from "./call-api";

type Calls = [number, CallInput][];

/** An open job of a company of its own, unless told otherwise; its text is embedded where there is a model. */
export async function makeJob(
  deps: Pick<Deps, "db" | "embedder">,
  changes: Partial<JobRow> & { company?: string } = {},
): Promise<string> {
  const { company = "Kitewerk", ...fields } = changes;
  const id = crypto.randomUUID();
  const companyId = fields.companyId ?? crypto.randomUUID();
  if (fields.companyId === undefined) await deps.db.company.create({ data: { id: companyId, name: company } });
  const title = fields.title ?? "Software developer";
  const [embedding] = (await deps.embedder?.embed([`${title}. ${fields.description ?? ""}`])) ?? [];
  await insertJob(deps.db, {
    ...{ id, companyId, source: "employer", sourceId: null, sourceUrl: "", title, location: "", isRemote: false },
    ...{ tags: [], seniority: null, description: "", salaryMin: null, salaryMax: null, careerCode: null },
    ...{ careerConfidence: null, clusterId: null, typicalSalaryMin: null, typicalSalaryMax: null, typicalSkills: [] },
    ...{
      typicalSeniority: null,
      postedAt: new Date(),
      expiresAt: null,
      closedAt: null,
      isActive: true,
      contentHash: "",
    },
    ...{ embedding: embedding ?? null, embeddingModel: deps.embedder?.model ?? null },
    ...fields,
  });
  return id;
}

/** A guest with this profile, who sends their cookie. */
export async function makeSeeker(
  deps: Pick<Deps, "db">,
  profile: object = {},
): Promise<{ id: string; cookie: string }> {
  const id = crypto.randomUUID();
  await deps.db.user.create({ data: { id, ...profile } });
  return { id, cookie: toGuestCookie(id, false).split(";")[0] ?? "" };
}

/** Every page of a feed, one after another. */
export async function readFeed(cookie: string, query: Record<string, string | number> = {}) {
  const pages = [await getReply("discoverJobs", { cookie, query })];
  for (let last = pages[0]; last?.nextCursor; last = pages.at(-1)) {
    const limit: Record<string, string | number> = query.limit === undefined ? {} : { limit: query.limit };
    pages.push(await getReply("discoverJobs", { cookie, query: { ...limit, cursor: last.nextCursor } }));
    if (pages.length > 500) throw new Error("the feed does not end");
  }
  return pages;
}

/** The calls of the contract test that concern jobs and swipes. */
export function toJobCalls(
  { cookie, seekersJobId: jobId }: { cookie: string; seekersJobId: string },
  bodyFaults: Calls,
) {
  const params = { jobId };
  const event = { eventId: crypto.randomUUID(), jobId, action: "view", seconds: 2 };
  const withCookie = (calls: Calls): Calls => calls.map(([status, input]) => [status, { ...input, cookie }]);
  return {
    discoverJobs: [
      [200, { cookie }],
      [200, { cookie, query: { limit: 1, skills: "Python", cluster: "nowhere", location: "Athens" } }],
      [400, { query: { limit: 0 } }],
      [400, { query: { cursor: "x" } }],
    ],
    getJob: [
      [200, { params }],
      [200, { params, cookie }],
      [400, { params: { jobId: "x" } }],
      [404, { params: { jobId: crypto.randomUUID() } }],
    ],
    interactJobs: [
      [401, { body: { events: [event] } }],
      [202, { cookie, body: { events: [event] } }],
      ...withCookie(bodyFaults),
    ],
    swipeJob: [
      [200, { cookie, body: { jobId, direction: "RIGHT" } }],
      [200, { cookie, body: { jobId, direction: "RIGHT" } }],
      [409, { cookie, body: { jobId, direction: "LEFT" } }],
      [404, { body: { jobId: crypto.randomUUID(), direction: "LEFT" } }],
      [400, { body: { jobId, direction: "UP" } }],
      ...bodyFaults,
    ],
    listSwipes: [
      [200, { cookie }],
      [400, { cookie, query: { cursor: "x" } }],
      [401, {}],
    ],
    undoSwipe: [
      [200, { params, cookie }],
      [400, { params: { jobId: "x" }, cookie }],
      [401, { params }],
    ],
    getJobPreferences: [
      [200, { cookie }],
      [401, {}],
    ],
    updateJobPreferences: [
      [401, { body: {} }],
      [200, { cookie, body: { remoteOnly: true, salaryMin: 50_000, deniedSkills: ["Cobol"] } }],
      [200, { cookie, body: { remoteOnly: false, salaryMin: null } }],
      ...withCookie(bodyFaults),
    ],
    resetJobLearning: [
      [200, { cookie }],
      [401, {}],
    ],
  } satisfies Partial<Record<OperationName, Calls>>;
}
