import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { PageContainer } from "@/components/ui/page-container";
import { SectionHeading } from "@/components/ui/section-heading";
import text from "@/components/ui/type.module.css";
import styles from "./landing.module.css";

const STEPS = ["how1", "how2", "how3"] as const;

export function HowItWorks() {
  const t = useTranslations("landing");
  return (
    <PageContainer>
      <section aria-labelledby="how" className={styles.how}>
        <SectionHeading title={t("howTitle")} id="how" />
        <ol className={styles.list}>
          {STEPS.map((step, index) => (
            <li key={step} className={styles.step}>
              <div aria-hidden="true" className={styles.marker}>
                {index + 1}
              </div>
              <div className={styles.stepTitle}>
                <h3 className={text.h4}>{t(`${step}Title`)}</h3>
                <p className={classNames(text.body, text.muted, styles.stepText)}>{t(`${step}Text`)}</p>
              </div>
            </li>
          ))}
        </ol>
      </section>
    </PageContainer>
  );
}
