import type { SwipeReason } from "@/lib/contracts/jobs";

/** In the order of the chips. Named here again, since the contracts' own list would bring the schemas along into the browser. */
export const SWIPE_REASONS = [
  "pay",
  "location",
  "company",
  "field",
  "seniority",
  "other",
] as const satisfies readonly SwipeReason[];
