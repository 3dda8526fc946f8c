import { useTranslations } from "next-intl";
import { Fragment, memo } from "react";
import { CompareToggle } from "@/components/compare/compare-toggle";
import { AppLink } from "@/components/ui/app-link";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { CareerSummary } from "@/lib/contracts/careers";
import styles from "./career-card.module.css";
import { useFactWords } from "./use-fact-words";

type CareerCardProps = {
  career: CareerSummary;
  /** The quiz session that the link carries on to the career's page. */
  from?: string;
  /** Offers to put it beside others. */
  canCompare?: boolean;
};

/** A career in a list. */
export const CareerCard = memo(function CareerCard({ career, from, canCompare = false }: CareerCardProps) {
  const t = useTranslations("facts");
  const words = useFactWords();
  const facts = [
    { label: t("pay"), value: words.pay(career.salary_range) },
    { label: t("growth"), value: words.growth(career.growthPercent) },
    { label: t("openings"), value: words.count(career.openingsPerYear) },
    { label: t("education"), value: words.schooling(career.education) },
  ];
  return (
    <article className={styles.card}>
      <h3 className={classNames(text.h4, styles.title)}>
        <AppLink href={`/careers/${career.code}${from === undefined ? "" : `?from=${from}`}`} data-click="title">
          {career.title}
        </AppLink>
      </h3>
      <p className={classNames(text.caption, text.muted)}>{career.cluster}</p>
      <p className={classNames(text.small, styles.summary)}>{career.summary}</p>
      <dl>
        {facts.map(({ label, value }) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
      {canCompare ? <CompareToggle code={career.code} title={career.title} className={styles.compare} /> : null}
    </article>
  );
});
