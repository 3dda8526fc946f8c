"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";
import { COUNT_MAX } from "./controls-url";

type ShowMoreProps = {
  /** How many careers are shown, and how many were asked for. */
  shown: number;
  asked: number;
  isDiverse: boolean;
  isUpdating: boolean;
  onMore: () => void;
};

/** Makes the list longer, or says plainly why it cannot be. */
export function ShowMore({ shown, asked, isDiverse, isUpdating, onMore }: ShowMoreProps) {
  const t = useTranslations("results");
  const hasAllKinds = isDiverse && shown < asked;
  const isExhausted = hasAllKinds || shown >= COUNT_MAX;
  return (
    <Box sx={{ mt: 3, textAlign: "center", "@media print": { display: "none" } }}>
      {isExhausted && !isUpdating ? (
        <Typography variant="body2" sx={{ color: "text.secondary", maxWidth: "56ch", mx: "auto" }}>
          {t(hasAllKinds ? "allKinds" : "allShown", { count: shown })} <Link href="/careers">{t("browse")}</Link>
        </Typography>
      ) : (
        <Button variant="outlined" size="large" onClick={onMore} aria-busy={isUpdating}>
          {t("showMore")}
        </Button>
      )}
    </Box>
  );
}
