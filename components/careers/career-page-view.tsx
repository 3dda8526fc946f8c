import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { CareerPageActions } from "@/components/actions/career-page-actions";
import { Tracked } from "@/components/tracking/tracked";
import { classNames } from "@/components/ui/class-names";
import { SectionHeading } from "@/components/ui/section-heading";
import text from "@/components/ui/type.module.css";
import type { CareerDetailReply, CareerSummary } from "@/lib/contracts/careers";
import { CareerAbilities } from "./career-abilities";
import { CareerAi, CareerIndustries, CareerMajors, CareerTitles } from "./career-background";
import { CareerInterests, CareerStyles, CareerValues } from "./career-character";
import { CareerGrid } from "./career-grid";
import { CareerHeader } from "./career-header";
import { CareerLike } from "./career-like";
import styles from "./career-page.module.css";
import { CareerOutlook, CareerPay } from "./career-pay";
import { CareerSchooling } from "./career-schooling";
import { CareerSkills, CareerTechnologies } from "./career-skills";
import { type CareerVisitor, CareerVisitorPanel } from "./career-visitor";

/** How the person who looks at it stands to it. */
type Standing = Pick<ComponentProps<typeof CareerPageActions>, "isSaved" | "reactions">;

type CareerPageViewProps = {
  career: CareerDetailReply;
  similar: readonly CareerSummary[];
  /** Somebody who came from their results; null for everybody else. */
  visitor: CareerVisitor | null;
  standing: Standing;
};

const RELATED_MAX = 6;

/** A career's page. Rendered on the server; only the actions, the tracker and the radar run in the browser. */
export function CareerPageView({ career, similar, visitor, standing }: CareerPageViewProps) {
  const t = useTranslations("career");
  const near = new Set(similar.map(({ code }) => code));
  const related = career.related.filter(({ code }) => !near.has(code)).slice(0, RELATED_MAX);
  const subject = {
    careerCode: career.code,
    career: career.title,
    recommendationId: visitor?.recommendation?.recommendationId,
    sessionId: visitor?.sessionId,
    surface: "career",
  };
  return (
    <>
      <Tracked recommendationId={subject.recommendationId} surface={subject.surface}>
        <CareerHeader career={career} sessionId={visitor?.sessionId ?? null}>
          <CareerPageActions subject={subject} {...standing} />
        </CareerHeader>
        <div className={styles.sheets}>
          {visitor === null ? null : <CareerVisitorPanel visitor={visitor} />}
          <CareerLike career={career} />
          <CareerPay career={career} />
          <CareerOutlook career={career} />
          <CareerSchooling education={career.education} />
          <CareerAbilities career={career} visitor={visitor} />
        </div>
        <div className={classNames(styles.sheets, styles.flow)}>
          <CareerInterests riasec={career.riasec} />
          <CareerValues values={career.values} />
          <CareerStyles styles={career.styles} />
          <CareerSkills topSkills={career.topSkills} />
          <CareerTechnologies technologies={career.technologies} />
          <CareerAi ai={career.ai} />
          <CareerIndustries industries={career.industries} />
          <CareerMajors majors={career.majors} />
          <CareerTitles alternateTitles={career.alternateTitles} />
        </div>
      </Tracked>
      <More title={t("similarTitle")} intro={t("similarIntro")} careers={similar} from={visitor?.sessionId} />
      <More title={t("relatedTitle")} intro={t("relatedIntro")} careers={related} from={visitor?.sessionId} />
      <Sources code={career.code} />
    </>
  );
}

type MoreProps = { title: string; intro: string; careers: readonly CareerSummary[]; from: string | undefined };

function More({ title, intro, careers, from }: MoreProps) {
  if (careers.length === 0) return null;
  return (
    <section aria-label={title} className={styles.more}>
      <SectionHeading title={title} intro={intro} />
      <CareerGrid careers={careers} label={title} surface="similar" from={from} />
    </section>
  );
}

function Sources({ code }: { code: string }) {
  const t = useTranslations("career");
  const lines = [t("sourceOnet"), t("sourceBls"), t("sourceAi"), t("sourceOwn"), t("code", { code })];
  return (
    <section aria-labelledby="sources" className={styles.sources}>
      <h2 className={text.h4} id="sources">
        {t("sourcesTitle")}
      </h2>
      {lines.map((line) => (
        <p key={line} className={classNames(text.small, text.muted)}>
          {line}
        </p>
      ))}
    </section>
  );
}
