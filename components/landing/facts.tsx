import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";
import { PageContainer } from "@/components/ui/page-container";

const FACTS = ["factCareers", "factReasons", "factFree"] as const;

export function Facts() {
  const t = useTranslations("landing");
  return (
    <Box component="section" aria-label={t("factsLabel")} sx={{ bgcolor: "brand.band", color: "brand.bandText" }}>
      <PageContainer>
        <Box
          component="ul"
          sx={{
            listStyle: "none",
            m: 0,
            p: 0,
            display: "grid",
            gap: { xs: 3.5, md: 5 },
            gridTemplateColumns: { xs: "1fr", md: "repeat(3, 1fr)" },
          }}
        >
          {FACTS.map((fact) => (
            <li key={fact}>
              <Typography variant="h2" component="p">
                {t(`${fact}Value`)}
              </Typography>
              <Typography variant="h5" component="p" sx={{ mt: 0.25 }}>
                {t(`${fact}Label`)}
              </Typography>
              <Typography variant="body2" sx={{ color: "brand.bandMuted", mt: 1, maxWidth: "44ch" }}>
                {t(`${fact}Note`)}
              </Typography>
            </li>
          ))}
        </Box>
      </PageContainer>
    </Box>
  );
}
