import { useTranslations } from "next-intl";
import { Reasons } from "@/components/results/reasons";
import { SuitsNote } from "@/components/results/suits-note";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { SuitsBasis } from "@/lib/contracts/match";
import type { Recommendation } from "@/lib/contracts/results";
import styles from "./career-page.module.css";

/** Somebody who came from their quiz results. */
export type CareerVisitor = {
  sessionId: string;
  abilityVector: readonly number[];
  /** What their list says about this career; null when it was not on it. */
  recommendation: Recommendation | null;
  /** How likely it suits them, and what says so; null where nothing does. */
  suits: { suits: number; basis: SuitsBasis } | null;
};

/** How the career suits this person. */
export function CareerVisitorPanel({ visitor }: { visitor: CareerVisitor }) {
  const t = useTranslations("career");
  const results = useTranslations("results");
  const { recommendation, suits } = visitor;
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
      {suits === null ? null : (
        <div className={styles.suits}>
          <p className={text.body}>
            {results.rich("suits", { share: suits.suits, strong: (words) => <strong>{words}</strong> })}
          </p>
          <SuitsNote {...suits} className={classNames(text.small, text.muted)} />
        </div>
      )}
      {recommendation === null ? null : <Reasons explanation={recommendation.explanation} level={3} />}
    </section>
  );
}
