/**
 * The structure of the 19-question quiz: what is asked, in which order and which answers are allowed.
 *
 * 15 behaviourally anchored ratings, one per dimension, then what the person values, how much schooling they would take on,
 * pay against balance, and a free text. The wording lives in the messages, so that it can be translated.
 */
import { DIMENSIONS, type Dimension } from "./dimensions";

/** O*NET's six work values. */
export const WORK_VALUES = [
  "achievement",
  "independence",
  "recognition",
  "relationships",
  "support",
  "workingConditions",
] as const;
export type WorkValue = (typeof WORK_VALUES)[number];

/** How much schooling a person would take on; `any` sets no limit. */
export const SCHOOLING_LIMITS = ["none", "certificate", "associate", "bachelor", "master", "any"] as const;
export type SchoolingLimit = (typeof SCHOOLING_LIMITS)[number];

/** Pay against balance, from one end to the other; `equal` is neutral. */
export const PAY_BALANCE_CHOICES = ["pay", "lean_pay", "equal", "lean_balance", "balance"] as const;
export type PayBalance = (typeof PAY_BALANCE_CHOICES)[number];

export const VALUES_CHOSEN_MAX = 3;

export type Question =
  | { id: Dimension; kind: "rating"; dimension: Dimension }
  | { id: "values"; kind: "multi"; options: readonly WorkValue[]; optionsMax: number }
  | { id: "schooling"; kind: "choice"; options: readonly SchoolingLimit[] }
  | { id: "balance"; kind: "choice"; options: readonly PayBalance[] }
  | { id: "loves"; kind: "text" };

export const QUESTIONS: readonly Question[] = [
  ...DIMENSIONS.map((dimension): Question => ({ id: dimension, kind: "rating", dimension })),
  { id: "values", kind: "multi", options: WORK_VALUES, optionsMax: VALUES_CHOSEN_MAX },
  { id: "schooling", kind: "choice", options: SCHOOLING_LIMITS },
  { id: "balance", kind: "choice", options: PAY_BALANCE_CHOICES },
  { id: "loves", kind: "text" },
];

/** Changes whenever a question, its order or its allowed answers change; stored with every session. */
export const QUIZ_VERSION = "1";

export const QUESTION_COUNT = 19;

/** A quiz with every answer parsed: what the engine scores. */
export type QuizProfile = {
  /** (15,) 0 to 10, in the order of DIMENSIONS */
  ratings: readonly number[];
  values: readonly WorkValue[];
  schooling: SchoolingLimit;
  balance: PayBalance;
  freeText: string;
};
