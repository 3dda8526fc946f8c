import Button from "@mui/material/Button";
import { useFormatter, useTranslations } from "next-intl";
import { FactList } from "@/components/careers/fact-list";
import { useFactWords } from "@/components/careers/use-fact-words";
import { AppLink } from "@/components/ui/app-link";
import { classNames } from "@/components/ui/class-names";
import { SectionHeading } from "@/components/ui/section-heading";
import text from "@/components/ui/type.module.css";
import type { SharedList } from "@/lib/contracts/share";
import styles from "./shared-list.module.css";

/** A list that somebody shared: what it holds, and nothing of them. Rendered on the server. */
export function SharedListView({ list }: { list: SharedList }) {
  const t = useTranslations("shared");
  const format = useFormatter();
  const date = format.dateTime(new Date(list.createdAt), { dateStyle: "long" });
  return (
    <>
      <SectionHeading level={1} size="h1" title={t("title")} intro={t("intro", { date })} />
      <h2 id="shared-list" className={classNames(text.h3, styles.listTitle)}>
        {t("listTitle")}
      </h2>
      <ol aria-labelledby="shared-list" className={styles.list}>
        {list.careers.map((career) => (
          <li key={career.code}>
            <SharedCareer career={career} />
          </li>
        ))}
      </ol>
      <section aria-labelledby="shared-cta" className={styles.call}>
        <h2 id="shared-cta" className={text.h2}>
          {t("ctaTitle")}
        </h2>
        <p className={text.lead}>{t("ctaText")}</p>
        <div className={styles.callActions}>
          <Button variant="contained" color="blaze" size="large" href="/quiz">
            {t("cta")}
          </Button>
          <AppLink href="/careers" className={styles.callLink}>
            {t("browse")}
          </AppLink>
        </div>
      </section>
    </>
  );
}

function SharedCareer({ career }: { career: SharedList["careers"][number] }) {
  const t = useTranslations();
  const words = useFactWords();
  const { code, title, rank, cluster, score, summary, isActive } = career;
  return (
    <article className={styles.card}>
      <div className={styles.head}>
        <span role="img" aria-label={t("shared.rank", { rank })} className={styles.rank}>
          {rank}
        </span>
        <div className={styles.name}>
          <h3 className={classNames(text.h3, styles.title)}>
            <AppLink href={`/careers/${code}`}>{title}</AppLink>
          </h3>
          <p className={classNames(text.small, text.muted)}>
            {isActive ? cluster : `${cluster} · ${t("shared.inactive")}`}
          </p>
        </div>
        <p className={styles.match}>{t("shared.match", { percent: Math.round(score) })}</p>
      </div>
      <p className={text.body}>{summary}</p>
      <FactList
        facts={[
          { label: t("facts.pay"), value: words.pay(career.salary_range) },
          { label: t("facts.growth"), value: words.growth(career.growthPercent) },
          { label: t("facts.openings"), value: words.count(career.openingsPerYear) },
          { label: t("facts.education"), value: words.schooling(career.education) },
        ]}
      />
    </article>
  );
}
