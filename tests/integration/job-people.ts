import type { JobParts } from "@/lib/contracts/jobs";
import { sumJobParts } from "@/lib/engine/scoring/job-score";
import type { Deps } from "@/lib/use-cases/deps";
import { toGuestCookie } from "@/lib/web/guest-cookie";
import { getReply } from "./call-api";
import { makeAccount, type TestAccount } from "./make-account";

type JobPeopleDeps = Pick<Deps, "db" | "newId" | "nowMs">;

export const JOB_FORM = {
  title: "Software engineer",
  description: "Build and run the services behind our kites, together with a team of five.",
  location: "Athens, GA",
  tags: ["Python", "SQL"],
  seniority: "MID",
  salaryMin: 90_000,
  salaryMax: 120_000,
} as const;

export const PARTS: JobParts = { embedding: 30, skills: 10, seniority: 10, recency: 5, location: 5, learned: 0 };

/** Somebody who has a company page. */
export async function makeEmployer(deps: JobPeopleDeps, name = "Kitewerk"): Promise<TestAccount> {
  const account = await makeAccount(deps, "member");
  await getReply("putCompany", { accessToken: account.accessToken, body: { name } });
  return account;
}

export const postJob = (employer: TestAccount, form: object = {}) =>
  getReply("postJob", { accessToken: employer.accessToken, body: { ...JOB_FORM, ...form } });

/** Somebody who says this about themselves. */
export async function makeSeeker(
  deps: JobPeopleDeps,
  data: { headline?: string; skills?: string[]; preferredLocations?: string[]; seniority?: "MID" | "SENIOR" } = {},
): Promise<TestAccount> {
  const account = await makeAccount(deps, "member");
  await deps.db.user.update({ where: { id: account.id }, data });
  return account;
}

export async function makeGuest(deps: JobPeopleDeps): Promise<{ id: string; cookie: string }> {
  const { id } = await makeAccount(deps, "guest");
  return { id, cookie: toGuestCookie(id, false).split(";")[0] ?? "" };
}

/** An application as a right swipe leaves it. @returns its id */
export async function plantApplication(
  { db }: Pick<Deps, "db">,
  userId: string,
  jobId: string,
  options: { parts?: JobParts; at?: Date } = {},
): Promise<string> {
  const { parts = PARTS, at = new Date() } = options;
  const id = crypto.randomUUID();
  const times = { createdAt: at, updatedAt: at };
  await db.application.create({
    data: { userId, id, jobId, scoreAtApply: sumJobParts(parts), partsAtApply: parts, ...times },
  });
  await db.applicationEvent.create({
    data: {
      ...{ userId, id: crypto.randomUUID(), applicationId: id, kind: "applied", actor: "applicant" },
      ...{ toStatus: "SUBMITTED", createdAt: at },
    },
  });
  return id;
}
