import Box from "@mui/material/Box";
import Chip from "@mui/material/Chip";
import { useTranslations } from "next-intl";
import type { CareerDetailReply } from "@/lib/contracts/careers";
import { DIMENSIONS } from "@/lib/engine/profile/dimensions";
import type { CareerVisitor } from "./career-visitor";
import { DimensionChart } from "./dimension-chart";
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
          <>
            <Chip
              component="span"
              size="small"
              variant="soft"
              color="blaze"
              label={t("facts.estimated")}
              sx={{ mr: 1 }}
            />
            {t("facts.estimatedNote")}
          </>
        ) : undefined
      }
    >
      <Box sx={{ display: "grid", gap: 3, alignItems: "center", gridTemplateColumns: COLUMNS }}>
        <DimensionChart
          rows={rows}
          caption={
            visitor === null
              ? t("facts.dimensionsCareer", { career: career.title })
              : t("facts.dimensionsOf", { career: career.title })
          }
        />
        <ProfileRadar rows={rows} />
      </Box>
    </PageSection>
  );
}

const COLUMNS = { xs: "minmax(0, 1fr)", md: "minmax(0, 1fr) auto" };
