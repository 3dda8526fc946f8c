"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DimensionChart } from "@/components/careers/dimension-chart";
import { ProfileRadar } from "@/components/careers/profile-radar";
import { SectionHeading } from "@/components/ui/section-heading";
import type { RecommendReply } from "@/lib/contracts/results";
import { DIMENSIONS } from "@/lib/engine/profile/dimensions";
import { ComparePanel } from "./compare-panel";

type ProfilePanelProps = { reply: RecommendReply; previousSessionId: string | null };

/** The person's own ratings, and what they can do about them. */
export function ProfilePanel({ reply, previousSessionId }: ProfilePanelProps) {
  const t = useTranslations();
  const [isComparing, setIsComparing] = useState(false);
  const rows = DIMENSIONS.map((dimension, d) => ({ dimension, you: reply.abilityVector[d] ?? null, career: null }));
  // Array.sort is stable, so equal ratings stay in the order of the quiz.
  const strongestFirst = [...rows].sort((a, b) => (b.you ?? 0) - (a.you ?? 0));
  return (
    <Box component="section" aria-labelledby="your-profile" sx={{ mt: { xs: 5, sm: 7 } }}>
      <SectionHeading id="your-profile" title={t("results.youTitle")} intro={t("results.youIntro")} />
      <Box
        sx={{
          display: "grid",
          gap: 3,
          alignItems: "center",
          gridTemplateColumns: { xs: "minmax(0, 1fr)", md: "minmax(0, 1fr) auto" },
        }}
      >
        <DimensionChart rows={strongestFirst} caption={t("facts.dimensionsYou")} />
        <ProfileRadar rows={rows} />
      </Box>
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1.5, mt: 3, "@media print": { display: "none" } }}>
        <Button variant="outlined" href="/quiz?retake=1">
          {t("results.retake")}
        </Button>
        {previousSessionId === null ? null : (
          <Button
            variant="outlined"
            aria-expanded={isComparing}
            aria-controls="compare-panel"
            onClick={() => setIsComparing((isOpen) => !isOpen)}
          >
            {t(isComparing ? "results.compareHide" : "results.compare")}
          </Button>
        )}
      </Box>
      <Box id="compare-panel" sx={{ mt: isComparing ? 3 : 0 }}>
        {isComparing && previousSessionId !== null ? (
          <>
            <Typography component="h3" variant="h3" sx={{ mb: 1 }}>
              {t("results.compareTitle")}
            </Typography>
            <ComparePanel previousSessionId={previousSessionId} reply={reply} />
          </>
        ) : null}
      </Box>
    </Box>
  );
}
