import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";
import { PageContainer } from "@/components/ui/page-container";
import { SectionHeading } from "@/components/ui/section-heading";

const STEPS = ["how1", "how2", "how3"] as const;

/** A dashed trail from marker to marker: down the left side on a phone, across on a wide screen. */
const TRAIL = {
  "&:not(:last-of-type)::before": {
    content: '""',
    position: "absolute",
    borderColor: "var(--wm-palette-blaze-main)",
    left: { xs: 21, md: 56 },
    right: { xs: "auto", md: -24 },
    top: { xs: 52, md: 21 },
    bottom: { xs: -20, md: "auto" },
    borderStyle: "dashed",
    borderWidth: { xs: "0 0 0 2.5px", md: "2.5px 0 0 0" },
  },
} as const;

export function HowItWorks() {
  const t = useTranslations("landing");
  return (
    <PageContainer>
      <Box component="section" aria-labelledby="how" sx={{ py: { xs: 2, md: 4 } }}>
        <SectionHeading title={t("howTitle")} id="how" />
        <Box
          component="ol"
          sx={{
            listStyle: "none",
            m: 0,
            p: 0,
            display: "grid",
            gap: { xs: 3.5, md: 5 },
            gridTemplateColumns: { xs: "1fr", md: "repeat(3, 1fr)" },
          }}
        >
          {STEPS.map((step, index) => (
            <Box
              key={step}
              component="li"
              sx={{
                position: "relative",
                display: { xs: "grid", md: "block" },
                gridTemplateColumns: "44px 1fr",
                gap: 2,
                ...TRAIL,
              }}
            >
              <Box
                aria-hidden="true"
                sx={{
                  width: 44,
                  height: 44,
                  display: "grid",
                  placeItems: "center",
                  borderRadius: 3,
                  bgcolor: "primary.main",
                  color: "primary.contrastText",
                  fontFamily: "var(--font-heading)",
                  fontWeight: 700,
                  fontSize: "1.25rem",
                }}
              >
                {index + 1}
              </Box>
              <Box sx={{ mt: { md: 2 } }}>
                <Typography variant="h4" component="h3">
                  {t(`${step}Title`)}
                </Typography>
                <Typography sx={{ color: "text.secondary", mt: 0.75, maxWidth: "46ch" }}>{t(`${step}Text`)}</Typography>
              </Box>
            </Box>
          ))}
        </Box>
      </Box>
    </PageContainer>
  );
}
