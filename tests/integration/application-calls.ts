import type { CallInput, OperationName } from "./call-api";
import type { HiringSubject } from "./employer-calls";

type Calls = [number, CallInput][];

/** The calls of the contract test that concern one's own applications. */
export function toApplicationCalls({ open, hired, withdrawn, employer }: HiringSubject, bodyFaults: Calls) {
  const as = ({ id, applicant }: HiringSubject["open"]): CallInput => ({
    accessToken: applicant,
    params: { applicationId: id },
  });
  const own = as(open);
  const foreign = { ...own, accessToken: employer };
  const unknown = { ...own, params: { applicationId: crypto.randomUUID() } };
  const faulty = { ...own, params: { applicationId: "x" } };
  const withFaults = (input: CallInput): Calls => bodyFaults.map(([status, fault]) => [status, { ...input, ...fault }]);
  const { params } = own;
  const note = { body: { note: "Ask about the kites." } };
  const message = { body: { message: "I can start in May." } };
  return {
    listApplications: [
      [401, {}],
      [200, { accessToken: open.applicant }],
      [200, { accessToken: withdrawn.applicant, query: { state: "withdrawn", status: "SUBMITTED", limit: 100 } }],
      [400, { accessToken: open.applicant, query: { cursor: "x" } }],
      [400, { accessToken: open.applicant, query: { limit: 0 } }],
    ],
    getApplication: [
      [401, { params }],
      [200, own],
      [200, as(hired)],
      [400, faulty],
      [404, unknown],
      [404, foreign],
    ],
    updateApplication: [
      [401, { params, ...note }],
      [200, { ...own, ...note }],
      [404, { ...foreign, ...note }],
      ...withFaults(own),
    ],
    sendApplicationMessage: [
      [401, { params, ...message }],
      [200, { ...own, ...message }],
      [409, { ...as(withdrawn), ...message }],
      [404, { ...foreign, ...message }],
      ...withFaults(own),
    ],
    withdrawApplication: [
      [401, { params }],
      [409, as(hired)],
      [200, as(withdrawn)],
      [400, faulty],
      [404, foreign],
    ],
  } satisfies Partial<Record<OperationName, Calls>>;
}
