import type { CallInput, OperationName } from "./call-api";

type Calls = [number, CallInput][];
type Subject = { sessionId: string; cookie: string; recommendationId: string };

const CODE = "15-1252.00";
const UNKNOWN_CODE = "99-9999.99";
const unknownId = crypto.randomUUID();

/** The calls of the contract test that concern interactions and reactions. */
export function toTrackingCalls({ sessionId, cookie, recommendationId }: Subject, bodyFaults: Calls) {
  const eventId = crypto.randomUUID();
  const params = { recommendationId };
  const faultsWith = (input: CallInput) =>
    bodyFaults.map(([status, fault]): [number, CallInput] => [status, { ...input, ...fault }]);
  const dismissal: CallInput = { params: { careerCode: CODE, kind: "dismiss" }, cookie };
  const stars = (params: Record<string, string>, body: unknown): CallInput => ({ cookie, params, body });
  return {
    interact: [
      [202, { params, body: { interaction_type: "click", eventId } }],
      [202, { params, body: { interaction_type: "click", eventId } }],
      [400, { params, body: { interaction_type: "rate", interaction_value: 6 } }],
      [404, { params: { recommendationId: unknownId }, body: { interaction_type: "click" } }],
      ...faultsWith({ params }),
    ],
    interactBatch: [
      [202, { body: { events: [{ recommendationId, interaction_type: "view", eventId }, { recommendationId }, 7] } }],
      ...bodyFaults,
    ],
    getRecommendationStats: [
      [200, { params }],
      [400, { params: { recommendationId: "x" } }],
      [404, { params: { recommendationId: unknownId } }],
    ],
    getHistory: [
      [200, { cookie, query: { limit: 1 } }],
      [400, { cookie, query: { cursor: "x" } }],
      [401, {}],
    ],
    getRecommendations: [
      [200, { params: { assessmentId: sessionId } }],
      [400, { params: { assessmentId: "x" } }],
      [404, { params: { assessmentId: unknownId } }],
    ],
    react: [
      [200, stars({ careerCode: CODE, kind: "rate" }, { value: 4.5, eventId })],
      [400, stars({ careerCode: CODE, kind: "rate" }, {})],
      [404, stars({ careerCode: UNKNOWN_CODE, kind: "ignore" }, {})],
      [401, { ...dismissal, cookie: "", body: {} }],
      ...faultsWith(dismissal),
    ],
    listReactions: [
      [200, { cookie }],
      [401, {}],
    ],
    unreact: [
      [200, dismissal],
      [400, { ...dismissal, query: { eventId: "x" } }],
      [401, { ...dismissal, cookie: "" }],
    ],
  } satisfies Partial<Record<OperationName, Calls>>;
}
