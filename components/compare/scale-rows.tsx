import { useFormatter, useTranslations } from "next-intl";
import { RIASEC_KINDS } from "@/components/careers/riasec-words";
import { useFactWords } from "@/components/careers/use-fact-words";
import type { ComparedCareer, Comparison } from "@/lib/contracts/compare";
import { DIMENSION_MAX, DIMENSIONS } from "@/lib/engine/profile/dimensions";
import { differsBy } from "./compare-rows";
import type { CompareRow } from "./compare-sections";
import styles from "./compare-table.module.css";

const VALUES = [
  "achievement",
  "independence",
  "recognition",
  "relationships",
  "support",
  "workingConditions",
] as const satisfies readonly (keyof NonNullable<ComparedCareer["values"]>)[];

const SEVEN = 7;
const ABILITY_POINTS = 3;
const SEVEN_POINTS = 1.5;

/** The 15 dimensions, with the person's own ratings as posts on the bars. */
export function useAbilityRows({ careers, you }: Comparison): CompareRow[] {
  const t = useTranslations();
  const number = useScaleNumber();
  return DIMENSIONS.map((dimension, d) => {
    const values = careers.map(({ abilityVector }) => abilityVector[d] ?? null);
    const mine = you?.abilityVector[d] ?? null;
    return {
      id: dimension,
      label: t(`facts.dimensions.${dimension}`),
      ...(mine === null ? {} : { note: t("compare.you", { value: number(mine) }) }),
      isDifferent: differsBy(values, ABILITY_POINTS),
      cells: values.map((value, at) => <Scale key={careers[at]?.code} value={value} max={DIMENSION_MAX} post={mine} />),
    };
  });
}

export function useInterestRows({ careers }: Comparison): CompareRow[] {
  const t = useTranslations("facts");
  return RIASEC_KINDS.map((kind) => toSevenRow(kind, t(`riasec.${kind}`), careers, ({ riasec }) => riasec[kind]));
}

export function useValueRows({ careers }: Comparison): CompareRow[] {
  const t = useTranslations("career");
  return VALUES.map((name) => toSevenRow(name, t(`values.${name}`), careers, ({ values }) => values?.[name] ?? null));
}

function toSevenRow(
  id: string,
  label: string,
  careers: readonly ComparedCareer[],
  read: (career: ComparedCareer) => number | null,
): CompareRow {
  const values = careers.map(read);
  return {
    id,
    label,
    isDifferent: differsBy(values, SEVEN_POINTS),
    cells: values.map((value, at) => <Scale key={careers[at]?.code} value={value} max={SEVEN} post={null} />),
  };
}

function Scale({ value, max, post }: { value: number | null; max: number; post: number | null }) {
  const words = useFactWords();
  const number = useScaleNumber();
  if (value === null) return words.unknown;
  const percent = (amount: number) => `${(100 * amount) / max}%`;
  return (
    <div className={styles.scale}>
      <span className={styles.scaleNumber}>{number(value)}</span>
      <span aria-hidden="true" className={styles.scaleTrack}>
        <span className={styles.scaleFill} style={{ width: percent(value) }} />
        {post === null ? null : <span className={styles.scalePost} style={{ left: percent(post) }} />}
      </span>
    </div>
  );
}

/** How a number on a scale reads. */
function useScaleNumber() {
  const format = useFormatter();
  return (value: number) => format.number(value, { maximumFractionDigits: 1 });
}
