import type { z } from "zod";
import type { CheckJobReply, CheckJobRequestSchema } from "@/lib/contracts/employer";
import type { Actor } from "../actor";
import { getCareerSnapshot } from "../career-snapshot";
import type { Deps } from "../deps";
import { prepareJobs, TYPICAL_CONFIDENCE_MIN } from "../jobs/prepare-jobs";
import { requireAccount } from "../permissions";
import { judgeSalary, toYearWages } from "./judge-salary";

const UNKNOWN: CheckJobReply = {
  career: null,
  wages: null,
  salaryVerdict: null,
  typicalSkills: [],
  typicalSeniority: null,
};

/**
 * What a posting as it is now would be taken for, and what such work usually pays and asks for. Nothing of it before the title has a word
 * that the model knows; wages and skills only where the occupation is more than a guess, as with postings themselves.
 * @throws AppError UNAUTHENTICATED for guests and strangers, NOT_READY while the catalogue is empty
 */
export async function checkJob(
  deps: Pick<Deps, "db" | "embedder" | "nowMs" | "snapshot">,
  actor: Actor,
  { title, salaryMin, salaryMax }: z.output<typeof CheckJobRequestSchema>,
): Promise<CheckJobReply> {
  requireAccount(actor);
  const { embedder } = deps;
  if (embedder === null || embedder.countKnownWords(title) === 0) return UNKNOWN;
  const silent = { company: "", location: "", isRemote: false, tags: [], seniority: null, description: "" };
  const [taken] = await prepareJobs(deps, [{ ...silent, title, salaryMin: null, salaryMax: null }]);
  if (taken?.careerCode == null) return UNKNOWN;
  const { careerCode, careerConfidence, typicalSkills, typicalSeniority } = taken;
  const { careers, positions } = await getCareerSnapshot(deps);
  const career = careers[positions.get(careerCode) ?? -1];
  if (career === undefined) return UNKNOWN;
  const confidence = careerConfidence ?? 0;
  const wages = confidence < TYPICAL_CONFIDENCE_MIN ? null : toYearWages(career.record.wages);
  return {
    career: { code: career.code, title: career.title, confidence },
    wages,
    salaryVerdict: judgeSalary(wages, { salaryMin, salaryMax }),
    typicalSkills,
    typicalSeniority,
  };
}
