"use client";

import { useTranslations } from "next-intl";
import { CareerCard } from "@/components/careers/career-card";
import { DimensionChart } from "@/components/careers/dimension-chart";
import text from "@/components/ui/type.module.css";
import type { CareerSummary } from "@/lib/contracts/careers";
import { DIMENSIONS } from "@/lib/engine/profile/dimensions";
import { type CareerFormValues, toBody } from "./career-form-values";
import styles from "./form.module.css";

type CareerPreviewProps = { values: CareerFormValues; cluster: string | undefined };

const toNumber = (value: unknown): number | null => (typeof value === "number" ? value : null);

/** What people will see of the career, as far as it is filled in. */
export function CareerPreview({ values, cluster }: CareerPreviewProps) {
  const t = useTranslations();
  const title = values.title.trim() || t("admin.form.untitled");
  const rows = DIMENSIONS.map((dimension, at) => ({ dimension, you: null, career: values.abilityVector[at] ?? null }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, and must be reachable by keyboard
    <aside aria-labelledby="preview" tabIndex={0} className={styles.preview}>
      <h2 id="preview" className={text.h4}>
        {t("admin.form.preview")}
      </h2>
      <div className={styles.previewBody}>
        {/* The card's link leads to a page that may not be there yet. */}
        <div inert>
          <CareerCard career={toSummary(values, title, cluster ?? "")} />
        </div>
        <div className={styles.previewTexts}>
          <h3 className={text.h5}>{t("facts.fits")}</h3>
          <p className={text.small}>
            {values.fits.trim() === "" ? "–" : t("facts.sentence", { text: values.fits.trim() })}
          </p>
          <h3 className={text.h5}>{t("facts.day")}</h3>
          <ol className={text.small}>
            {values.day.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: three lines in a fixed order, possibly the same
              <li key={at}>{line.trim() || "–"}</li>
            ))}
          </ol>
          <h3 className={text.h5}>{t("facts.tough")}</h3>
          <p className={text.small}>
            {values.tough.trim() === "" ? "–" : t("facts.sentence", { text: values.tough.trim() })}
          </p>
          <DimensionChart rows={rows} caption={t("facts.dimensionsCareer", { career: title })} />
        </div>
      </div>
    </aside>
  );
}

function toSummary(values: CareerFormValues, title: string, cluster: string): CareerSummary {
  const body = toBody(values, []);
  const wages = body.wages as Record<string, unknown> | null;
  const outlook = body.outlook as Record<string, unknown> | null;
  const { period } = values.wages;
  const [low, median, high] = [wages?.p10, wages?.median, wages?.p90].map(toNumber);
  return {
    code: values.code,
    title,
    cluster,
    clusterId: values.cluster,
    score: null,
    summary: values.summary,
    salary_range: median == null ? null : { period, low: low ?? null, median, high: high ?? null, text: "" },
    growthPercent: toNumber(outlook?.growthPercent),
    openingsPerYear: toNumber(outlook?.openingsPerYear),
    education: values.education.typicalEntry || null,
    jobZone: Number(values.jobZone) || 1,
  };
}
