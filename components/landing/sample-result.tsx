import AddCircleOutlineRounded from "@mui/icons-material/AddCircleOutlineRounded";
import RemoveCircleOutlineRounded from "@mui/icons-material/RemoveCircleOutlineRounded";
import SwapHorizRounded from "@mui/icons-material/SwapHorizRounded";
import Chip from "@mui/material/Chip";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { MeterBar } from "@/components/ui/meter-bar";
import { RangeBar } from "@/components/ui/range-bar";
import { StatTile } from "@/components/ui/stat-tile";
import text from "@/components/ui/type.module.css";
import styles from "./landing.module.css";

/** Figures of occupation 47-2111.00 as the catalogue ships them, and ratings of an invented person. */
const SAMPLE = {
  rank: 1,
  score: 82,
  wages: { p10: 39_430, median: 62_350, p90: 106_030 },
  growth: 0.095,
  openings: 81_000,
  meters: [
    { message: "sampleTools", you: 9, career: 9.4 },
    { message: "sampleBuilding", you: 8, career: 8.3 },
    { message: "sampleTeaching", you: 6, career: 4.5 },
  ],
} as const;

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

/** A result as it looks in the product, for the landing page. */
export function SampleResult() {
  const t = useTranslations("landing");
  const format = useFormatter();
  const dollars = (amount: number) =>
    format.number(amount, { style: "currency", currency: "USD", maximumFractionDigits: 0 });
  const { p10, median, p90 } = SAMPLE.wages;
  return (
    <article aria-labelledby="sample-career" className={styles.card}>
      <div className={styles.chips}>
        <Chip variant="soft" color="blaze" label={t("sampleTag")} />
        <Chip variant="soft" color="primary" label={t("sampleRank", { rank: SAMPLE.rank })} />
        <Chip variant="soft" label={t("sampleCluster")} />
      </div>
      <div className={styles.titleRow}>
        <h3 id="sample-career" className={text.h3}>
          {t("sampleCareer")}
        </h3>
        <p className={classNames(text.h5, styles.score)}>{t("sampleScore", { score: SAMPLE.score })}</p>
      </div>
      <p className={classNames(text.body, text.muted, styles.summary)}>{t("sampleSummary")}</p>
      <ul className={styles.points}>
        <Reason icon={<AddCircleOutlineRounded color="success" />} title={t("sampleFor")}>
          {t("sampleFor1")} {t("sampleFor2")}
        </Reason>
        <Reason icon={<RemoveCircleOutlineRounded color="secondary" />} title={t("sampleAgainst")}>
          {t("sampleAgainst1")}
        </Reason>
        <Reason icon={<SwapHorizRounded color="info" />} title={t("sampleChange")}>
          {t("sampleChange1")}
        </Reason>
      </ul>
      <p className={classNames(text.label, styles.pay)}>{t("samplePay")}</p>
      <RangeBar
        label={t("samplePayLabel")}
        low={p10}
        median={median}
        high={p90}
        scaleMax={WAGE_SCALE_MAX}
        lowText={dollars(p10)}
        medianText={dollars(median)}
        highText={dollars(p90)}
      />
      <div className={styles.stats}>
        <StatTile
          variant="plain"
          label={t("sampleGrowth")}
          value={format.number(SAMPLE.growth, { style: "percent", signDisplay: "always", maximumFractionDigits: 1 })}
        />
        <StatTile variant="plain" label={t("sampleOpenings")} value={format.number(SAMPLE.openings)} />
        <StatTile variant="plain" label={t("sampleSchooling")} value={t("sampleSchoolingValue")} />
      </div>
      <div className={styles.points}>
        {SAMPLE.meters.map(({ message, you, career }) => (
          <MeterBar
            key={message}
            label={t(message)}
            value={you}
            compareValue={career}
            valueText={t("sampleYou", { you, career })}
          />
        ))}
      </div>
    </article>
  );
}
