import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { PageContainer } from "@/components/ui/page-container";
import text from "@/components/ui/type.module.css";
import styles from "./landing.module.css";

const FACTS = ["factCareers", "factReasons", "factFree"] as const;

export function Facts() {
  const t = useTranslations("landing");
  return (
    <section aria-label={t("factsLabel")} className={styles.band}>
      <PageContainer>
        <ul className={styles.list}>
          {FACTS.map((fact) => (
            <li key={fact}>
              <p className={text.h2}>{t(`${fact}Value`)}</p>
              <p className={text.h5}>{t(`${fact}Label`)}</p>
              <p className={classNames(text.small, styles.bandNote)}>{t(`${fact}Note`)}</p>
            </li>
          ))}
        </ul>
      </PageContainer>
    </section>
  );
}
