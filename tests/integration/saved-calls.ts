import type { CallInput } from "./call-api";

const CODE = "15-1252.00";
const UNKNOWN_CODE = "99-9999.99";
const unknownId = crypto.randomUUID();

/** Calls about saved careers and shared lists, each with the status that it must have. */
export function toSavedCalls(
  { sessionId, cookie }: { sessionId: string; cookie: string },
  bodyFaults: readonly [number, CallInput][],
) {
  const career = (careerCode: string) => ({ params: { careerCode }, cookie });
  const session = (id: string) => ({ params: { sessionId: id }, cookie });
  const withFaults = (input: CallInput) =>
    bodyFaults.map(([status, fault]): [number, CallInput] => [status, { ...input, ...fault }]);
  return {
    putSavedCareer: [
      [200, { ...career(CODE), body: { list: "Soon", note: "Ask my aunt." } }],
      [200, { params: { careerCode: CODE }, body: {} }],
      [400, { ...career("x"), body: {} }],
      [404, { ...career(UNKNOWN_CODE), body: {} }],
      ...withFaults(career(CODE)),
    ],
    listSavedCareers: [
      [200, { cookie }],
      [200, { cookie, query: { list: "Soon" } }],
      [400, { cookie, query: { list: "x".repeat(61) } }],
      [401, {}],
    ],
    renameSavedList: [
      [200, { cookie, body: { from: "Soon", to: "Later" } }],
      [401, { body: { from: "Soon", to: "Later" } }],
      ...withFaults({ cookie }),
    ],
    deleteSavedCareer: [
      [200, career(CODE)],
      [400, career("x")],
      [401, { params: { careerCode: CODE } }],
    ],
    getResultsPdf: [
      [200, session(sessionId)],
      [200, { ...session(sessionId), query: { paper: "a4" } }],
      [400, { ...session(sessionId), query: { paper: "a5" } }],
      [400, session("x")],
      [404, session(unknownId)],
    ],
    shareResults: [
      [200, { ...session(sessionId), body: {} }],
      [401, { params: { sessionId }, body: {} }],
      [404, { ...session(unknownId), body: {} }],
      [404, { ...session(sessionId), body: { recommendationId: unknownId } }],
      ...withFaults(session(sessionId)),
    ],
    listShares: [
      [200, { cookie }],
      [401, {}],
    ],
    revokeShare: [
      [400, { params: { shareId: "x" }, cookie }],
      [401, { params: { shareId: unknownId } }],
      [404, { params: { shareId: unknownId }, cookie }],
    ],
  } satisfies Record<string, [number, CallInput][]>;
}
