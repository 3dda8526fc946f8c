import ArrowForwardRounded from "@mui/icons-material/ArrowForwardRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";
import { PageContainer } from "@/components/ui/page-container";

export function ClosingCall() {
  const t = useTranslations("landing");
  return (
    <PageContainer>
      <Box
        component="section"
        aria-labelledby="closing"
        sx={{
          mb: { xs: 2, md: 4 },
          p: { xs: 3.5, md: 6 },
          borderRadius: 7,
          bgcolor: "brand.band",
          color: "brand.bandText",
          display: "flex",
          flexWrap: "wrap",
          gap: 3,
          alignItems: "center",
          justifyContent: "space-between",
        }}
      >
        <Box>
          <Typography variant="h2" id="closing">
            {t("endTitle")}
          </Typography>
          <Typography variant="subtitle1" sx={{ color: "brand.bandMuted", mt: 1 }}>
            {t("endText")}
          </Typography>
        </Box>
        <Box sx={{ display: "flex", flexWrap: "wrap", alignItems: "center", gap: 2.5 }}>
          <Button href="/quiz" size="large" variant="contained" color="blaze" endIcon={<ArrowForwardRounded />}>
            {t("cta")}
          </Button>
          <Link href="/careers" color="inherit" sx={{ py: 1.25, fontWeight: 600 }}>
            {t("browse")}
          </Link>
        </Box>
      </Box>
    </PageContainer>
  );
}
