import Alert from "@mui/material/Alert";
import AlertTitle from "@mui/material/AlertTitle";
import Box from "@mui/material/Box";
import { useTranslations } from "next-intl";
import type { RecommendReply } from "@/lib/contracts/results";

/** What a person should know before they read the list: a missing model, answers that say little. */
export function ResultNotes({ mode, warnings }: Pick<RecommendReply, "mode" | "warnings">) {
  const t = useTranslations("results");
  if (mode === "hybrid" && warnings.length === 0) return null;
  return (
    <Box sx={{ display: "grid", gap: 1.5, mb: 3 }}>
      {mode === "ability_only" ? (
        <Alert severity="info" role="note">
          <AlertTitle>{t("abilityOnlyTitle")}</AlertTitle>
          {t("abilityOnly")}
        </Alert>
      ) : null}
      {warnings.map(({ code, message }) => (
        <Alert key={code} severity="warning" role="note">
          <AlertTitle>{t("warningsTitle")}</AlertTitle>
          {message}
        </Alert>
      ))}
    </Box>
  );
}
