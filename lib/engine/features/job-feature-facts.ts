/** What features read of a posting and its occupation. */
import type { JobFacts } from "../scoring/job-score";

/** US dollars a year */
export type PayRange = { readonly min: number | null; readonly max: number | null };

/** What a posting and its occupation say; null where neither says anything. */
export type JobFeatureFacts = {
  readonly id: string;
  readonly companyId: string;
  readonly facts: JobFacts;
  readonly areSkillsTypical: boolean;
  readonly isSeniorityTypical: boolean;
  readonly stated: PayRange;
  readonly typical: PayRange;
  /** position of its occupation in the index; -1 for none */
  readonly career: number;
  readonly careerConfidence: number | null;
  /** number of its field in the index; -1 for none */
  readonly cluster: number;
  readonly title: string;
  readonly isPostedHere: boolean;
  readonly isDemo: boolean;
  readonly hoursLeft: number | null;
};

/** Takes the values of a row of features, one after another. */
export type Put = (value: number) => void;

/** log of dollars; NaN is not known */
export const logOf = (dollars: number | null): number =>
  dollars === null || dollars <= 0 ? Number.NaN : Math.log(dollars);

export const middleOf = ({ min, max }: PayRange): number | null =>
  min === null ? max : max === null ? min : (min + max) / 2;

/** log of dollars a year, of the middle of the range; NaN is not known */
export const toLogPay = (stated: PayRange, typical: PayRange): number => logOf(middleOf(stated) ?? middleOf(typical));
