import type { CatalogueCareer } from "@/lib/contracts/catalogue";

/** Holland's six kinds of interest, in the order of their letters. */
export const RIASEC_KINDS = [
  "realistic",
  "investigative",
  "artistic",
  "social",
  "enterprising",
  "conventional",
] as const;
export type RiasecKind = (typeof RIASEC_KINDS)[number];

/** The kinds that a code such as "IRC" stands for, strongest first. */
export function toRiasecKinds(code: CatalogueCareer["riasec"]["code"]): RiasecKind[] {
  return [...code].flatMap((letter) => RIASEC_KINDS.filter((kind) => kind[0]?.toUpperCase() === letter));
}
