import { useTranslations } from "next-intl";
import type { CareerDetailReply } from "@/lib/contracts/careers";
import { DIMENSIONS } from "@/lib/engine/profile/dimensions";
import styles from "./career-page.module.css";
import type { CareerVisitor } from "./career-visitor";
import { DimensionChart } from "./dimension-chart";
import { MarkedNote } from "./marked-note";
import { PageSection } from "./page-section";
import { ProfileRadar } from "./profile-radar";

type CareerAbilitiesProps = {
  career: Pick<CareerDetailReply, "title" | "abilityVector" | "abilityEstimated">;
  visitor: CareerVisitor | null;
};

/** The career on the 15 dimensions, beside the visitor's own ratings where they came from their results. */
export function CareerAbilities({ career, visitor }: CareerAbilitiesProps) {
  const t = useTranslations();
  const rows = DIMENSIONS.map((dimension, d) => ({
    dimension,
    you: visitor?.abilityVector[d] ?? null,
    career: career.abilityVector[d] ?? null,
  }));
  return (
    <PageSection
      title={t("career.abilitiesTitle")}
      intro={`${t("career.abilitiesIntro")} ${visitor === null ? "" : t("career.abilitiesYou")}`}
      isWide
      note={
        career.abilityEstimated ? (
          <MarkedNote mark={t("facts.estimated")}>{t("facts.estimatedNote")}</MarkedNote>
        ) : undefined
      }
    >
      <div className={styles.abilities}>
        <DimensionChart
          rows={rows}
          caption={t(visitor === null ? "facts.dimensionsCareer" : "facts.dimensionsOf", { career: career.title })}
        />
        <ProfileRadar rows={rows} />
      </div>
    </PageSection>
  );
}
