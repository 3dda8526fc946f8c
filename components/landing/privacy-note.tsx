import CheckRounded from "@mui/icons-material/CheckRounded";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";
import { SectionHeading } from "@/components/ui/section-heading";

const POINTS = ["privacy1", "privacy2", "privacy3"] as const;

export function PrivacyNote() {
  const t = useTranslations("landing");
  return (
    <Box component="section" aria-labelledby="privacy">
      <SectionHeading title={t("privacyTitle")} id="privacy" size="h3" />
      <Box component="ul" sx={{ listStyle: "none", p: 0, m: 0, display: "grid", gap: 2 }}>
        {POINTS.map((point) => (
          <Box key={point} component="li" sx={{ display: "grid", gridTemplateColumns: "24px 1fr", gap: 1.5 }}>
            <CheckRounded color="success" />
            <Typography>{t(point)}</Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
