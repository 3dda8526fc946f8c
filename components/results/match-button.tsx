import ExpandMoreRounded from "@mui/icons-material/ExpandMoreRounded";
import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import { useTranslations } from "next-intl";

type MatchButtonProps = { score: number; isOpen: boolean; panelId: string; onToggle: () => void };

/** The match in large; pressing it shows how it adds up. */
export function MatchButton({ score, isOpen, panelId, onToggle }: MatchButtonProps) {
  const t = useTranslations("results");
  const percent = Math.round(score);
  return (
    <ButtonBase
      onClick={onToggle}
      aria-expanded={isOpen}
      aria-controls={panelId}
      aria-label={t("matchButton", { percent })}
      sx={{
        flex: "none",
        fontFamily: "inherit",
        flexDirection: "column",
        alignItems: "flex-end",
        textAlign: "right",
        borderRadius: 3,
        px: 1,
        mx: -1,
        minHeight: 44,
        color: "primary.main",
        "@media (hover: hover)": { "&:hover": { bgcolor: "brand.pineTint" } },
        "&:focus-visible": { outline: "3px solid", outlineColor: "secondary.main" },
      }}
    >
      <Box
        component="span"
        sx={{
          fontFamily: "var(--font-heading)",
          fontWeight: 750,
          fontSize: { xs: "1.75rem", sm: "2.25rem" },
          lineHeight: 1,
        }}
      >
        {t("matchPercent", { percent })}
      </Box>
      <Box
        component="span"
        sx={{ display: "inline-flex", alignItems: "center", fontSize: "0.8125rem", fontWeight: 600 }}
      >
        {t("match")}
        <ExpandMoreRounded sx={{ fontSize: 18, rotate: isOpen ? "180deg" : "0deg" }} />
      </Box>
    </ButtonBase>
  );
}
