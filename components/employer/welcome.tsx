import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { SectionHeading } from "@/components/ui/section-heading";
import text from "@/components/ui/type.module.css";
import { CompanyForm } from "./company-form";
import styles from "./employer.module.css";

const REASONS = ["ranked", "pay", "steps"] as const;

/** What the employer's side is for, and the company page to begin with. */
export function Welcome() {
  const t = useTranslations("employer.welcome");
  return (
    <>
      <SectionHeading level={1} size="h1" title={t("title")} intro={t("intro")} />
      <div className={styles.welcome}>
        <section aria-labelledby="company-first" className={styles.sheet}>
          <h2 id="company-first" className={text.h3}>
            {t("formTitle")}
          </h2>
          <p className={classNames(text.body, text.muted, styles.sheetIntro)}>{t("formText")}</p>
          <CompanyForm company={null} />
        </section>
        <ul className={styles.band}>
          {REASONS.map((name) => (
            <li key={name}>
              <h2 className={text.h4}>{t(`${name}Title`)}</h2>
              <p className={classNames(text.body, styles.bandNote)}>{t(`${name}Text`)}</p>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
