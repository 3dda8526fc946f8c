import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";
import { Reasons } from "@/components/results/reasons";
import { RecordView } from "@/components/results/record-view";
import { SaveButton } from "@/components/results/save-button";
import type { CareerDetailReply } from "@/lib/contracts/careers";
import type { Recommendation } from "@/lib/contracts/results";

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
    <Box
      component="section"
      aria-labelledby="fit"
      sx={{
        mb: 2.5,
        p: { xs: 2.5, sm: 3 },
        borderRadius: 5,
        border: 2,
        borderColor: "primary.main",
        bgcolor: "background.paper",
      }}
    >
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 2, alignItems: "center", mb: 2 }}>
        <Box sx={{ flex: "1 1 14rem" }}>
          <Typography component="h2" variant="h3" id="fit">
            {t("fitTitle")}
          </Typography>
          <Typography variant="body2" sx={{ color: "text.secondary", mt: 0.5 }}>
            {recommendation === null
              ? t("fitOff")
              : t("fitRank", { rank: recommendation.rank, percent: Math.round(recommendation.score) })}
          </Typography>
        </Box>
        <SaveButton
          sessionId={sessionId}
          careerCode={career.code}
          career={career.title}
          isSaved={recommendation?.saved ?? false}
        />
      </Box>
      {recommendation === null ? null : <Reasons explanation={recommendation.explanation} level={3} />}
      <RecordView sessionId={sessionId} careerCode={career.code} />
    </Box>
  );
}
