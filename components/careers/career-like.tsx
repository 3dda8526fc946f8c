import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { CareerDetailReply } from "@/lib/contracts/careers";
import styles from "./career-page.module.css";
import facts from "./facts.module.css";
import { PageSection } from "./page-section";

/** What the work feels like: for whom, an ordinary day, and what is hard about it. */
export function CareerLike({ career }: { career: Pick<CareerDetailReply, "fits" | "day" | "tough"> }) {
  const t = useTranslations();
  return (
    <PageSection title={t("career.like")} isWide>
      <div className={styles.columns}>
        <Part title={t("facts.fits")}>
          <p className={text.body}>{t("facts.sentence", { text: career.fits })}</p>
        </Part>
        <Part title={t("facts.day")}>
          <ol className={facts.list}>
            {career.day.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ol>
        </Part>
        <Part title={t("facts.tough")}>
          <p className={text.body}>{t("facts.sentence", { text: career.tough })}</p>
        </Part>
      </div>
    </PageSection>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className={classNames(text.h5, styles.partTitle)}>{title}</h3>
      {children}
    </div>
  );
}
