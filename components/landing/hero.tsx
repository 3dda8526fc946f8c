import ArrowForwardRounded from "@mui/icons-material/ArrowForwardRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";
import { PageContainer } from "@/components/ui/page-container";
import { HeroPoster } from "./hero-poster";

export function Hero() {
  const t = useTranslations("landing");
  return (
    <PageContainer>
      <Box
        component="section"
        sx={{
          display: "grid",
          gap: { xs: 4, md: 7 },
          alignItems: "center",
          gridTemplateColumns: { xs: "1fr", md: "1.1fr 0.9fr" },
        }}
      >
        <Box>
          <Typography variant="overline" component="p" sx={{ color: "secondary.main", mb: 1.5 }}>
            {t("eyebrow")}
          </Typography>
          <Typography variant="h1">{t("title")}</Typography>
          <Typography variant="subtitle1" sx={{ color: "text.secondary", mt: 2.5, maxWidth: "54ch" }}>
            {t("lead")}
          </Typography>
          <Box sx={{ mt: 3.5, display: "flex", flexWrap: "wrap", alignItems: "flex-start", columnGap: 3, rowGap: 1.5 }}>
            <Box sx={{ width: { xs: "100%", sm: "auto" } }}>
              <Button
                href="/quiz"
                size="large"
                variant="contained"
                color="blaze"
                fullWidth
                endIcon={<ArrowForwardRounded />}
              >
                {t("cta")}
              </Button>
              <Typography variant="body2" sx={{ color: "text.secondary", mt: 1, textAlign: "center" }}>
                {t("ctaNote")}
              </Typography>
            </Box>
            <Link href="/careers" sx={{ py: 1.75, fontWeight: 600 }}>
              {t("browse")}
            </Link>
          </Box>
        </Box>
        <Box
          sx={{
            borderRadius: 8,
            overflow: "hidden",
            border: "6px solid",
            borderColor: "background.paper",
            boxShadow: "0 24px 60px -28px rgb(23 63 48 / 0.55)",
            maxWidth: 520,
            mx: "auto",
            width: "100%",
          }}
        >
          <HeroPoster />
        </Box>
      </Box>
    </PageContainer>
  );
}
