import { useTranslations } from "next-intl";
import { Reasons } from "@/components/results/reasons";
import { RecordView } from "@/components/results/record-view";
import { SaveButton } from "@/components/results/save-button";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { CareerDetailReply } from "@/lib/contracts/careers";
import type { Recommendation } from "@/lib/contracts/results";
import styles from "./career-page.module.css";

/** Somebody who came from their quiz results. */
export type CareerVisitor = {
  sessionId: string;
  abilityVector: readonly number[];
  /** What their list says about this career; null when it was not on it. */
  recommendation: Recommendation | null;
};

/** How the career suits this person, and the button that keeps it. */
export function CareerVisitorPanel({ career, visitor }: { career: CareerDetailReply; visitor: CareerVisitor }) {
  const t = useTranslations("career");
  const { sessionId, recommendation } = visitor;
  return (
    <section aria-labelledby="fit" className={classNames(styles.sheet, styles.wide, styles.visitor)}>
      <div className={styles.visitorHead}>
        <div>
          <h2 className={text.h3} id="fit">
            {t("fitTitle")}
          </h2>
          <p className={classNames(text.small, text.muted)}>
            {recommendation === null
              ? t("fitOff")
              : t("fitRank", { rank: recommendation.rank, percent: Math.round(recommendation.score) })}
          </p>
        </div>
        <SaveButton
          sessionId={sessionId}
          careerCode={career.code}
          career={career.title}
          isSaved={recommendation?.saved ?? false}
        />
      </div>
      {recommendation === null ? null : <Reasons explanation={recommendation.explanation} level={3} />}
      <RecordView sessionId={sessionId} careerCode={career.code} />
    </section>
  );
}
