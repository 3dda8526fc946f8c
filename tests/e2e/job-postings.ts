import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import { expect, newEmail, PASSWORD } from "./fixtures";

export type Posting = { id: string; title: string };
export type Postings = {
  /** A skill that only these postings ask for: a filter that leaves them alone in a feed. */
  skill: string;
  jobs: Posting[];
  /** Calls the API as their employer. */
  asEmployer: (method: "get" | "patch", path: string, data?: unknown) => Promise<Record<string, never>>;
};

const KINDS = [
  ["Welder", "Weld steel frames for boats from drawings, by MIG and TIG, and keep your bench and tools in order."],
  ["Nurse", "Look after patients on a calm ward at night, give medicine, and tell the doctors what you notice."],
  ["Data Analyst", "Turn what our clinics count into tables and charts that people use, with SQL and spreadsheets."],
  ["Teacher", "Teach children of ten to read maps and write stories, and talk with their parents about it."],
] as const;

/** Jobs of a new employer, made through the API. */
export async function postJobs(request: APIRequestContext, count: number): Promise<Postings> {
  const skill = `Skill ${randomUUID().slice(0, 8)}`;
  const registered = await request.post("/api/v1/auth/register", { data: { email: newEmail(), password: PASSWORD } });
  expect(registered.ok()).toBe(true);
  const { accessToken } = await registered.json();
  const headers = { authorization: `Bearer ${accessToken}` };
  const company = { name: `Works ${skill}`, about: "We make things that last.", location: "Duluth, MN" };
  expect((await request.put("/api/v1/employer/company", { headers, data: company })).ok()).toBe(true);
  const jobs: Posting[] = [];
  for (let at = 0; at < count; at += 1) {
    const [kind, description] = KINDS[at % KINDS.length] ?? KINDS[0];
    const data = {
      title: `${kind} ${at + 1}`,
      description,
      location: at % 2 === 0 ? "Duluth, MN" : "",
      remote: at % 2 === 1,
      tags: [skill, "Teamwork"],
      ...(at % 3 === 0 ? {} : { salaryMin: 50_000 + 1000 * at, salaryMax: 70_000 + 1000 * at, seniority: "MID" }),
    };
    const posted = await request.post("/api/v1/employer/jobs", { headers, data });
    expect(posted.status(), await posted.text()).toBeLessThan(300);
    const { id, title } = await posted.json();
    jobs.push({ id, title });
  }
  const asEmployer: Postings["asEmployer"] = async (method, path, data) => {
    const reply = await request[method](`/api/v1/employer/${path}`, { headers, data });
    expect(reply.ok(), await reply.text()).toBe(true);
    return reply.json();
  };
  return { skill, jobs, asEmployer };
}

/** The page of jobs with nothing but those postings. */
export const toFeed = ({ skill }: Pick<Postings, "skill">, more = ""): string =>
  `/jobs?skills=${encodeURIComponent(skill)}${more}`;
