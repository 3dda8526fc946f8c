"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useErrorWords } from "@/components/careers/use-error-words";
import { useFactWords, WAGE_CEILING } from "@/components/careers/use-fact-words";
import { useJobWords } from "@/components/jobs/use-job-words";
import { AppLink } from "@/components/ui/app-link";
import { classNames } from "@/components/ui/class-names";
import { RangeBar } from "@/components/ui/range-bar";
import text from "@/components/ui/type.module.css";
import type { CheckJobReply } from "@/lib/contracts/employer";
import styles from "./form.module.css";
import { getSalaryScale } from "./salary-words";
import type { JobCheck } from "./use-job-check";

type Offer = { salaryMin: number | null; salaryMax: number | null };
type SalaryHintProps = { check: JobCheck; offer: Offer };

/** Below this the match may well be another occupation. */
const SURE_FROM = 0.5;

/** What such work usually pays, with the offer on the same scale, in a drawing and in words. */
export function SalaryHint({ check, offer }: SalaryHintProps) {
  const t = useTranslations("employer.hint");
  return (
    <section aria-labelledby="about-salary" aria-busy={check.isLooking || undefined} className={styles.hint}>
      <h3 id="about-salary" className={text.h5}>
        {t("title")}
      </h3>
      <Body check={check} offer={offer} />
    </section>
  );
}

function Body({ check, offer }: SalaryHintProps) {
  const t = useTranslations("employer.hint");
  const toWords = useErrorWords();
  const { data, error, isLooking } = check;
  if (error !== null) return <Note>{t("failed", { reason: toWords(error) })}</Note>;
  if (data === undefined) return <Note>{t(isLooking ? "looking" : "waiting")}</Note>;
  if (data.career === null) return <Note>{t("noCareer")}</Note>;
  return (
    <>
      <Matched career={data.career} />
      {data.wages === null ? (
        <Note>{t("noWages")}</Note>
      ) : (
        <Wages wages={data.wages} verdict={data.salaryVerdict} offer={offer} />
      )}
    </>
  );
}

const Note = ({ children }: { children: ReactNode }) => (
  <p role="status" className={classNames(text.small, text.muted)}>
    {children}
  </p>
);

function Matched({ career }: { career: NonNullable<CheckJobReply["career"]> }) {
  const t = useTranslations("employer.hint");
  const format = useFormatter();
  const { code, title, confidence } = career;
  return (
    <div>
      <p className={text.small}>
        {t.rich("matched", {
          title,
          career: (chunks) => (
            <AppLink href={`/careers/${code}`} target="_blank" className={styles.link}>
              {chunks}
            </AppLink>
          ),
        })}{" "}
        <span className={text.muted}>
          ({t("confidence", { percent: format.number(confidence, { style: "percent" }) })})
        </span>
      </p>
      {confidence < SURE_FROM ? <p className={classNames(text.small, text.muted)}>{t("unsure")}</p> : null}
    </div>
  );
}

type WagesProps = {
  wages: NonNullable<CheckJobReply["wages"]>;
  verdict: CheckJobReply["salaryVerdict"];
  offer: Offer;
};

function Wages({ wages, verdict, offer }: WagesProps) {
  const t = useTranslations("employer.hint");
  const words = useJobWords();
  const facts = useFactWords();
  const { salaryMin, salaryMax } = offer;
  const offered = words.salary(offer);
  const mark = offered === null ? undefined : { low: salaryMin, high: salaryMax };
  const scale = getSalaryScale(wages, mark ?? { low: null, high: null });
  // The survey publishes no wage above its ceiling.
  const toText = (wage: number) => (wage >= WAGE_CEILING.year ? facts.ceiling("year") : words.money(wage));
  const [low, median, high] = [toText(wages.p10), toText(wages.median), toText(wages.p90)];
  return (
    <>
      <RangeBar
        label={
          offered === null
            ? t("bar", { low, median, high })
            : t("barOffer", { low, median, high, offer: offered.toLowerCase() })
        }
        low={wages.p10}
        median={wages.median}
        high={wages.p90}
        mark={mark}
        scaleMin={scale.min}
        scaleMax={scale.max}
        lowText={t("low", { amount: low })}
        medianText={t("median", { amount: median })}
        highText={t("high", { amount: high })}
      />
      {offered === null ? null : (
        <p className={classNames(text.small, styles.offer)}>
          <span aria-hidden="true" className={styles.offerMark} />
          <span className={text.muted}>{t("offer")}:</span> <strong>{offered}</strong>
        </p>
      )}
      <p role="status" className={text.body}>
        {t(`verdict.${verdict ?? "none"}`)}
      </p>
      <p className={classNames(text.caption, text.muted)}>{t("source")}</p>
    </>
  );
}
