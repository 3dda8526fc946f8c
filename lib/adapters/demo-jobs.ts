import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { SenioritySchema } from "@/lib/contracts/jobs";

const FILE = path.join(process.cwd(), "prisma", "demo-jobs", "jobs.jsonl");

/** One line of prisma/demo-jobs/jobs.jsonl. */
const DemoJobSchema = z.strictObject({
  /** kebab-case, stable: how a posting is found again */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string().min(3),
  company: z.string().endsWith(" (Demo)"),
  location: z.string().min(2),
  remote: z.boolean(),
  seniority: SenioritySchema.nullable(),
  salaryMin: z.number().nullable(),
  salaryMax: z.number().nullable(),
  tags: z.array(z.string().min(2)),
  description: z.string().min(60),
  postedHoursAgo: z.number().min(1).max(400),
});
export type DemoJob = z.infer<typeof DemoJobSchema>;

/** The postings that a fresh install begins with. */
export async function readDemoJobs(file = FILE): Promise<DemoJob[]> {
  const lines = (await readFile(file, "utf8")).trim().split("\n");
  return lines.map((line, i) => {
    const result = DemoJobSchema.safeParse(JSON.parse(line));
    if (!result.success) throw new Error(`jobs.jsonl line ${i + 1}: ${z.prettifyError(result.error)}`);
    return result.data;
  });
}
