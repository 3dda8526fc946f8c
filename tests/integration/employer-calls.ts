import type { Deps } from "@/lib/use-cases/deps";
import { type CallInput, callApi, type OperationName } from "./call-api";
import { JOB_FORM, makeEmployer, makeSeeker, plantApplication } from "./job-people";
import { makeAccount } from "./make-account";

type Calls = [number, CallInput][];

/** An application and the token of whoever made it. */
type Planted = { id: string; applicant: string };
/** An employer with a job, applications to it in three states, and an account without a company. */
export type HiringSubject = {
  employer: string;
  newcomer: string;
  jobId: string;
  open: Planted;
  hired: Planted;
  withdrawn: Planted;
};

/** While the catalogue is empty nobody can post a job: then the ids are of nothing. */
export async function makeHiringSubject(deps: Pick<Deps, "db" | "newId" | "nowMs">): Promise<HiringSubject> {
  const { accessToken: employer } = await makeEmployer(deps);
  const { accessToken: newcomer } = await makeAccount(deps, "member");
  const posted = await callApi("postJob", { accessToken: employer, body: JOB_FORM });
  const { id: jobId = null } = posted.status === 201 ? (posted.json as { id: string }) : {};
  const apply = async (state: object): Promise<Planted> => {
    const { id: userId, accessToken: applicant } = await makeSeeker(deps, { skills: ["SQL"] });
    if (jobId === null) return { id: deps.newId(), applicant };
    const id = await plantApplication(deps, userId, jobId);
    await deps.db.application.update({ where: { userId_id: { userId, id } }, data: state });
    return { id, applicant };
  };
  const states = { hired: { status: "HIRED" }, withdrawn: { withdrawnAt: new Date() } } as const;
  const [open, hired, withdrawn] = [await apply({}), await apply(states.hired), await apply(states.withdrawn)];
  return { employer, newcomer, jobId: jobId ?? deps.newId(), open, hired, withdrawn };
}

/** The calls of the contract test that concern employers. */
export function toEmployerCalls(subject: HiringSubject, bodyFaults: Calls) {
  const { employer, newcomer } = subject;
  const job = { params: { jobId: subject.jobId } };
  const noJob = { params: { jobId: crypto.randomUUID() } };
  const application = { params: { applicationId: subject.open.id } };
  const withdrawn = { params: { applicationId: subject.withdrawn.id } };
  const noApplication = { params: { applicationId: crypto.randomUUID() } };
  const asEmployer = (calls: Calls): Calls => [
    [401, calls[0]?.[1] ?? {}],
    ...calls.map(([status, input]): [number, CallInput] => [status, { accessToken: employer, ...input }]),
  ];
  const withFaults = (input: CallInput): Calls => bodyFaults.map(([status, fault]) => [status, { ...input, ...fault }]);
  const message = { body: { message: "When can you start?" } };
  return {
    getCompany: asEmployer([
      [200, {}],
      [200, { accessToken: newcomer }],
    ]),
    putCompany: asEmployer([[200, { body: { name: "Kitewerk", website: "https://kite.example" } }], ...withFaults({})]),
    listEmployerJobs: asEmployer([
      [200, {}],
      [200, { accessToken: newcomer }],
    ]),
    postJob: asEmployer([
      [201, { body: JOB_FORM }],
      [409, { body: JOB_FORM, accessToken: newcomer }],
      [400, { body: { ...JOB_FORM, salaryMin: 200_000 } }],
      ...withFaults({}),
    ]),
    checkJob: asEmployer([
      [200, { body: { title: "Registered nurse", salaryMin: 50_000 } }],
      [200, { body: {} }],
      ...withFaults({}),
    ]),
    getEmployerJob: asEmployer([
      [200, job],
      [400, { params: { jobId: "x" } }],
      [404, noJob],
    ]),
    updateJob: asEmployer([
      [200, { ...job, body: { ...JOB_FORM, title: "Software developer" } }],
      [200, { ...job, body: { isActive: false } }],
      [404, { ...noJob, body: { isActive: false } }],
      ...withFaults(job),
    ]),
    listApplicants: asEmployer([
      [200, job],
      [400, { params: { jobId: "x" } }],
      [404, noJob],
    ]),
    getApplicant: asEmployer([
      [200, application],
      [200, withdrawn],
      [400, { params: { applicationId: "x" } }],
      [404, noApplication],
    ]),
    moveApplication: asEmployer([
      [200, { ...application, body: { status: "WAITING_FOR_REVIEW", message: "Thanks!" } }],
      [409, { ...application, body: { status: "HIRED" } }],
      [409, { ...withdrawn, body: { status: "REJECTED" } }],
      [404, { ...noApplication, body: { status: "REJECTED" } }],
      ...withFaults(application),
    ]),
    messageApplicant: asEmployer([
      [200, { ...application, ...message }],
      [409, { ...withdrawn, ...message }],
      [404, { ...noApplication, ...message }],
      ...withFaults(application),
    ]),
  } satisfies Partial<Record<OperationName, Calls>>;
}
