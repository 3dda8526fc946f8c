import { useTranslations } from "next-intl";
import { Reasons } from "@/components/results/reasons";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { Recommendation } from "@/lib/contracts/results";
import styles from "./career-page.module.css";

/** Somebody who came from their quiz results. */
export type CareerVisitor = {
  sessionId: string;
  abilityVector: readonly number[];
  /** What their list says about this career; null when it was not on it. */
  recommendation: Recommendation | null;
};

/** How the career suits this person. */
export function CareerVisitorPanel({ visitor }: { visitor: CareerVisitor }) {
  const t = useTranslations("career");
  const { recommendation } = visitor;
  return (
    <section aria-labelledby="fit" className={classNames(styles.sheet, styles.wide, styles.visitor)}>
      <div className={styles.visitorHead}>
        <h2 className={text.h3} id="fit">
          {t("fitTitle")}
        </h2>
        <p className={classNames(text.small, text.muted)}>
          {recommendation === null
            ? t("fitOff")
            : t("fitRank", { rank: recommendation.rank, percent: Math.round(recommendation.score) })}
        </p>
      </div>
      {recommendation === null ? null : <Reasons explanation={recommendation.explanation} level={3} />}
    </section>
  );
}
