import { useFormatter } from "next-intl";
import type { ReactNode } from "react";
import { MeterBar } from "@/components/ui/meter-bar";
import text from "@/components/ui/type.module.css";
import type { JobParts } from "@/lib/contracts/jobs";
import { roundToSum } from "@/lib/engine/math/round-to-sum";
import { JOB_PART_MAX, JOB_PART_NAMES } from "@/lib/engine/scoring/job-score";
import styles from "./part-meters.module.css";

type PartMetersProps = {
  parts: JobParts;
  score: number;
  words: {
    part: (name: keyof JobParts) => string;
    points: (points: string, max: number) => string;
    sum: (points: string) => string;
  };
  /** On a ground of their own. */
  isBoxed?: boolean;
  children?: ReactNode;
};

/** Points that fill the bar of what was learned: it can be any number, and is seldom more. */
const LEARNED_FULL = 20;

/** How a score comes about: five parts, and what choices taught where a ranker has a part in it, as bars and as numbers that add up to it. */
export function PartMeters({ parts, score, words, isBoxed = false, children }: PartMetersProps) {
  const format = useFormatter();
  const rounded = roundToSum(
    [...JOB_PART_NAMES, "learned" as const].map((name) => parts[name]),
    1,
  );
  const toPoints = (value: number) => format.number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <div className={isBoxed ? styles.boxed : styles.plain}>
      {JOB_PART_NAMES.map((name, at) => (
        <MeterBar
          key={name}
          label={words.part(name)}
          value={parts[name]}
          max={JOB_PART_MAX[name]}
          valueText={words.points(toPoints(rounded[at] ?? 0), JOB_PART_MAX[name])}
        />
      ))}
      {parts.learned === 0 ? null : (
        <MeterBar
          label={words.part("learned")}
          value={Math.abs(parts.learned)}
          max={LEARNED_FULL}
          tone="blaze"
          valueText={format.number(rounded.at(-1) ?? 0, {
            ...{ minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: "exceptZero" },
          })}
        />
      )}
      <p className={text.label}>{words.sum(toPoints(score))}</p>
      {children}
    </div>
  );
}
