import type { CareerDetailReply } from "./careers";

/** What a comparison shows of a career. */
export type ComparedCareer = Pick<
  CareerDetailReply,
  | "code"
  | "title"
  | "cluster"
  | "jobZone"
  | "summary"
  | "day"
  | "fits"
  | "tough"
  | "abilityVector"
  | "abilityEstimated"
  | "blsShared"
  | "blsTitle"
  | "wages"
  | "salary_range"
  | "outlook"
  | "education"
  | "riasec"
  | "values"
  | "stressPercentile"
  | "ai"
> & {
  /** Whether the catalogue still offers it. */
  isActive: boolean;
  /** Where the person's list has it; null when it is not on it. */
  match: { rank: number; score: number } | null;
};

export type Comparison = {
  /** In the order asked for. */
  careers: ComparedCareer[];
  /** Codes that belong to no career. */
  unknownCodes: string[];
  /** The person's latest quiz; null when they took none. */
  you: { sessionId: string; abilityVector: number[] } | null;
  /** Careers that they saved or were recommended, to add. */
  suggestions: { code: string; title: string }[];
};
