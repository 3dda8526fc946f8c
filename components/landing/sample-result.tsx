import AddCircleOutlineRounded from "@mui/icons-material/AddCircleOutlineRounded";
import RemoveCircleOutlineRounded from "@mui/icons-material/RemoveCircleOutlineRounded";
import SwapHorizRounded from "@mui/icons-material/SwapHorizRounded";
import Chip from "@mui/material/Chip";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFactWords } from "@/components/careers/use-fact-words";
import { classNames } from "@/components/ui/class-names";
import { MeterBar } from "@/components/ui/meter-bar";
import { RangeBar } from "@/components/ui/range-bar";
import { StatTile } from "@/components/ui/stat-tile";
import text from "@/components/ui/type.module.css";
import type { CareerFacts } from "@/lib/contracts/careers";
import type { Recommendation } from "@/lib/contracts/results";
import styles from "./landing.module.css";

type SampleResultProps = {
  example: Required<Pick<Recommendation, "rank" | "career" | "cluster" | "score" | "explanation" | "facts" | "gaps">>;
};

const METERS = 3;
const WAGE_SCALE_MAX = 160_000;

function Reason({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <li className={styles.point}>
      {icon}
      <p className={text.small}>
        <strong>{title}: </strong>
        {children}
      </p>
    </li>
  );
}

/** A result as it looks in the product, for the landing page: a real one, of an invented person. */
export function SampleResult({ example }: SampleResultProps) {
  const t = useTranslations("landing");
  const tFacts = useTranslations("facts");
  const format = useFormatter();
  const words = useFactWords();
  const { facts, explanation } = example;
  const against = explanation.against[0] ?? t("sampleTough", { tough: facts.tough });
  // The largest of the person's ratings tell most about how the two compare.
  const meters = [...example.gaps].sort((a, b) => b.you - a.you).slice(0, METERS);
  return (
    <article aria-labelledby="sample-career" className={styles.card}>
      <div className={styles.chips}>
        <Chip variant="soft" color="blaze" label={t("sampleTag")} />
        <Chip variant="soft" color="primary" label={t("sampleRank", { rank: example.rank })} />
        <Chip variant="soft" label={example.cluster} />
      </div>
      <div className={styles.titleRow}>
        <h3 id="sample-career" className={text.h3}>
          {example.career}
        </h3>
        <p className={classNames(text.h5, styles.score)}>{t("sampleScore", { score: Math.round(example.score) })}</p>
      </div>
      <p className={classNames(text.body, text.muted, styles.summary)}>{facts.summary}</p>
      <ul className={styles.points}>
        <Reason icon={<AddCircleOutlineRounded color="success" />} title={t("sampleFor")}>
          {explanation.for.slice(0, 2).join(" ")}
        </Reason>
        <Reason icon={<RemoveCircleOutlineRounded color="secondary" />} title={t("sampleAgainst")}>
          {against}
        </Reason>
        <Reason icon={<SwapHorizRounded color="info" />} title={t("sampleChange")}>
          {explanation.change[0]}
        </Reason>
      </ul>
      <SamplePay wages={facts.wages} />
      <div className={styles.stats}>
        <StatTile
          variant="plain"
          label={t("sampleGrowth")}
          value={words.growth(facts.outlook?.growthPercent ?? null)}
        />
        <StatTile
          variant="plain"
          label={t("sampleOpenings")}
          value={words.count(facts.outlook?.openingsPerYear ?? null)}
        />
        <StatTile variant="plain" label={t("sampleSchooling")} value={words.schooling(facts.education.typicalEntry)} />
      </div>
      <div className={styles.points}>
        {meters.map(({ dimension, you, career }) => (
          <MeterBar
            key={dimension}
            label={tFacts(`dimensions.${dimension}`)}
            value={you}
            compareValue={career}
            valueText={t("sampleYou", { you: format.number(you), career: format.number(career) })}
          />
        ))}
      </div>
    </article>
  );
}

/** Only a whole range of yearly pay is drawn: the example is there to be understood at a glance. */
function SamplePay({ wages }: { wages: CareerFacts["wages"] }) {
  const t = useTranslations("landing");
  const words = useFactWords();
  if (wages === null || wages.period !== "year") return null;
  const { p10, median, p90 } = wages;
  if (p10 === null || median === null || p90 === null) return null;
  const [low, middle, high] = [p10, median, p90].map((value) => words.amount(value, "year"));
  return (
    <>
      <p className={classNames(text.label, styles.pay)}>{t("samplePay")}</p>
      <RangeBar
        label={t("samplePayLabel", { low: low ?? "", median: middle ?? "", high: high ?? "" })}
        low={p10}
        median={median}
        high={p90}
        scaleMax={WAGE_SCALE_MAX}
        lowText={low ?? ""}
        medianText={middle ?? ""}
        highText={high ?? ""}
      />
    </>
  );
}
