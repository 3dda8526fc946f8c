import Box from "@mui/material/Box";
import { useTranslations } from "next-intl";
import { ClosingCall } from "@/components/landing/closing-call";
import { Facts } from "@/components/landing/facts";
import { Hero } from "@/components/landing/hero";
import { HowItWorks } from "@/components/landing/how-it-works";
import { PrivacyNote } from "@/components/landing/privacy-note";
import { SampleResult } from "@/components/landing/sample-result";
import { PageContainer } from "@/components/ui/page-container";
import { SectionHeading } from "@/components/ui/section-heading";

export default function HomePage() {
  const t = useTranslations("landing");
  return (
    <>
      <Hero />
      <Facts />
      <HowItWorks />
      <PageContainer>
        <Box
          sx={{
            display: "grid",
            gap: { xs: 5, md: 7 },
            // On a phone the sample follows its heading and privacy comes last; on a wide screen both texts stand beside it.
            gridTemplateAreas: { xs: '"intro" "sample" "privacy"', md: '"intro sample" "privacy sample"' },
            gridTemplateColumns: { xs: "minmax(0, 1fr)", md: "minmax(0, 0.85fr) minmax(0, 1.15fr)" },
            gridTemplateRows: { md: "auto 1fr" },
          }}
        >
          <Box sx={{ gridArea: "intro", mb: { xs: -4, md: 0 } }}>
            <SectionHeading title={t("sampleTitle")} intro={t("sampleIntro")} />
          </Box>
          <Box sx={{ gridArea: "sample" }}>
            <SampleResult />
          </Box>
          <Box sx={{ gridArea: "privacy" }}>
            <PrivacyNote />
          </Box>
        </Box>
      </PageContainer>
      <ClosingCall />
    </>
  );
}
