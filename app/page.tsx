import { useTranslations } from "next-intl";
import { ClosingCall } from "@/components/landing/closing-call";
import { Facts } from "@/components/landing/facts";
import { Hero } from "@/components/landing/hero";
import { HowItWorks } from "@/components/landing/how-it-works";
import styles from "@/components/landing/landing.module.css";
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
        <div className={styles.pair}>
          <div className={styles.intro}>
            <SectionHeading title={t("sampleTitle")} intro={t("sampleIntro")} />
          </div>
          <div className={styles.sample}>
            <SampleResult />
          </div>
          <PrivacyNote />
        </div>
      </PageContainer>
      <ClosingCall />
    </>
  );
}
