import type { CallInput, OperationName } from "./call-api";
import { DRONE_PILOT } from "./career-form";

type Calls = [number, CallInput][];

/** The calls of the contract test that are for admins. */
export function toAdminCalls({ admin, member }: { admin: string; member: string }, bodyFaults: Calls) {
  const code = "47-2111.00";
  const unknown = { code: "99-9999.99" };
  const nobody = { id: crypto.randomUUID() };
  const asAdmin = (calls: Calls): Calls => [
    [401, calls[0]?.[1] ?? {}],
    [403, { ...calls[0]?.[1], accessToken: member }],
    ...calls.map(([status, input]): [number, CallInput] => [status, { ...input, accessToken: admin }]),
  ];
  const withFaults = (input: CallInput): Calls => bodyFaults.map(([status, fault]) => [status, { ...input, ...fault }]);
  const newcomer = { ...DRONE_PILOT, title: `Newcomers ${crypto.randomUUID()}` };
  return {
    listAdminCareers: asAdmin([
      [200, { query: { q: "nurse", status: "active", origin: "shipped", sort: "wage", order: "desc", page: 1 } }],
      [400, { query: { sort: "x" } }],
    ]),
    addCareer: asAdmin([
      [201, { body: newcomer }],
      [409, { body: newcomer }],
      [400, { body: { ...newcomer, cluster: "none" } }],
      ...withFaults({}),
    ]),
    checkCareer: asAdmin([[200, { body: { editing: null, career: newcomer } }], ...withFaults({})]),
    suggestCareerCode: asAdmin([[200, {}]]),
    getAdminCareer: asAdmin([
      [200, { params: { code } }],
      [400, { params: { code: "x" } }],
      [404, { params: unknown }],
    ]),
    changeCareer: asAdmin([
      [200, { params: { code }, body: { tough: "Heights, heat and cold" } }],
      [404, { params: unknown, body: { jobZone: 1 } }],
      [409, { params: { code }, body: { title: "Software Developers" } }],
      ...withFaults({ params: { code } }),
    ]),
    listPeople: asAdmin([
      [200, { query: { limit: 100 } }],
      [200, { query: { role: "guest", sort: "seen", order: "asc" } }],
      [400, { query: { role: "king" } }],
    ]),
    changePerson: asAdmin([
      [404, { params: nobody, body: { locked: true } }],
      [400, { params: nobody, body: {} }],
      [400, { params: nobody, body: { role: "guest" } }],
      ...withFaults({ params: nobody }),
    ]),
    setTemporaryPassword: asAdmin([
      [404, { params: nobody }],
      [400, { params: { id: "x" } }],
    ]),
    listRankers: asAdmin([
      [200, { query: { surface: "careers" } }],
      [200, { query: { surface: "jobs" } }],
      [400, { query: { surface: "shoes" } }],
    ]),
    trainRanker: asAdmin([
      [202, { body: { min_interactions: 1_000_000 } }],
      [202, { body: { surface: "jobs", min_interactions: 1_000_000 } }],
      [400, { body: { validation_split: 2 } }],
      ...withFaults({}),
    ]),
    cancelRanker: asAdmin([
      [404, { params: nobody }],
      [400, { params: { id: "x" } }],
    ]),
    promoteRanker: asAdmin([
      [404, { params: nobody }],
      [400, { params: { id: "x" } }],
    ]),
    listMatchModels: asAdmin([[200, {}]]),
    trainMatchModel: asAdmin([[202, { body: { people: 100 } }], [400, { body: { people: 1 } }], ...withFaults({})]),
    promoteMatchModel: asAdmin([
      [404, { params: nobody }],
      [400, { params: { id: "x" } }],
    ]),
    rollBackMatchModel: asAdmin([[409, {}]]),
    rollBackRanker: asAdmin([[409, { body: {} }], [409, { body: { surface: "jobs" } }], ...withFaults({})]),
    listAudit: asAdmin([
      [200, { query: { action: "career", from: "2026-01-01", limit: 100 } }],
      [400, { query: { cursor: "x" } }],
      [400, { query: { from: "yesterday" } }],
    ]),
    getJobAnalytics: asAdmin([
      [200, { query: { days: 7 } }],
      [400, { query: { days: 0 } }],
    ]),
    getOverview: asAdmin([
      [200, { query: { days: 3, surface: "search" } }],
      [400, { query: { days: 0 } }],
    ]),
    getSystem: asAdmin([[200, {}]]),
    exportPeople: asAdmin([
      [200, { query: { role: "guest" } }],
      [400, { query: { role: "x" } }],
    ]),
    exportCareers: asAdmin([
      [200, { query: { q: "nurse" } }],
      [400, { query: { origin: "x" } }],
    ]),
    exportAudit: asAdmin([
      [200, { query: { action: "export" } }],
      [400, { query: { to: "x" } }],
    ]),
    exportInteractions: asAdmin([
      [200, {}],
      [400, { query: { days: "x" } }],
    ]),
  } satisfies Partial<Record<OperationName, Calls>>;
}
