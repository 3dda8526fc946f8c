"use client";

import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { VISUALLY_HIDDEN } from "@/components/ui/visually-hidden";
import type { Recommendation } from "@/lib/contracts/results";

type ListStatusProps = { recommendations: readonly Recommendation[]; isUpdating: boolean };

/** One quiet line above the list; a screen reader hears it whenever the order has changed. */
export function ListStatus({ recommendations, isUpdating }: ListStatusProps) {
  const t = useTranslations("results");
  const [arrived] = useState(recommendations);
  const count = recommendations.length;
  const career = recommendations[0]?.career ?? "";
  const settled =
    recommendations === arrived ? t("listStatus", { count }) : `${t("updated", { career })} ${t("grown", { count })}`;
  return (
    <Typography component="div" variant="body2" sx={{ color: "text.secondary", minHeight: "1.55em" }}>
      {isUpdating ? <span aria-hidden="true">{t("updating")}</span> : null}
      <Box component="span" role="status" sx={isUpdating ? VISUALLY_HIDDEN : undefined}>
        {settled}
      </Box>
    </Typography>
  );
}
