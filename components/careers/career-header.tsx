import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import { classNames } from "@/components/ui/class-names";
import { SectionHeading } from "@/components/ui/section-heading";
import { StatTile } from "@/components/ui/stat-tile";
import text from "@/components/ui/type.module.css";
import type { CareerDetailReply } from "@/lib/contracts/careers";
import styles from "./career-page.module.css";
import { useFactWords } from "./use-fact-words";

type CareerHeaderProps = {
  career: CareerDetailReply;
  sessionId: string | null;
  /** What one can do with the career. */
  children: ReactNode;
};

/** Where one is, what the career is called, what it is, and its four figures. */
export function CareerHeader({ career, sessionId, children }: CareerHeaderProps) {
  const t = useTranslations();
  return (
    <>
      <nav aria-label={t("career.crumbs")}>
        <ol className={styles.crumbs}>
          {sessionId === null ? null : (
            <li>
              <AppLink href={`/results/${sessionId}`}>{t("career.backToResults")}</AppLink>
            </li>
          )}
          <li>
            <AppLink href="/careers">{t("career.back")}</AppLink>
          </li>
          <li>
            <AppLink href={`/careers?cluster=${career.clusterId}`}>{career.cluster}</AppLink>
          </li>
        </ol>
      </nav>
      <SectionHeading level={1} size="h1" title={career.title} intro={career.summary} />
      <div className={styles.actions}>{children}</div>
      <p className={styles.jobsLink}>
        <AppLink href={`/jobs?career=${career.code}`}>{t("career.jobsLike")}</AppLink>
      </p>
      <Glance career={career} />
    </>
  );
}

function Glance({ career }: { career: CareerDetailReply }) {
  const t = useTranslations();
  const words = useFactWords();
  const { wages, outlook, education } = career;
  const tiles = [
    { label: t("facts.pay"), value: words.medianPay(wages) },
    { label: t("facts.growth"), value: words.growth(outlook?.growthPercent ?? null) },
    { label: t("facts.openings"), value: words.count(outlook?.openingsPerYear ?? null) },
    { label: t("facts.education"), value: words.schooling(education.typicalEntry) },
  ];
  return (
    <section aria-labelledby="glance">
      <h2 className={classNames(text.h3, styles.sectionTitle)} id="glance">
        {t("career.glance")}
      </h2>
      <div className={styles.glance}>
        {tiles.map(({ label, value }) => (
          <StatTile key={label} label={label} value={value} />
        ))}
      </div>
    </section>
  );
}
