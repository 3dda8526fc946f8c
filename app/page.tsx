import { connection } from "next/server";
import { getTranslations } from "next-intl/server";
import { ClosingCall } from "@/components/landing/closing-call";
import { Facts } from "@/components/landing/facts";
import { Hero } from "@/components/landing/hero";
import { HowItWorks } from "@/components/landing/how-it-works";
import styles from "@/components/landing/landing.module.css";
import { PrivacyNote } from "@/components/landing/privacy-note";
import { SampleResult } from "@/components/landing/sample-result";
import { PageContainer } from "@/components/ui/page-container";
import { SectionHeading } from "@/components/ui/section-heading";
import { getDeps } from "@/lib/use-cases/deps";
import { getExampleResult } from "@/lib/use-cases/get-example-result";

export default async function HomePage() {
  await connection();
  const [t, tQuiz, deps] = await Promise.all([getTranslations("landing"), getTranslations("quiz"), getDeps()]);
  const example = await getExampleResult(deps);
  return (
    <>
      <Hero />
      <Facts />
      <HowItWorks />
      <PageContainer>
        <div className={styles.pair}>
          <div className={styles.intro}>
            <SectionHeading title={t("sampleTitle")} intro={t("sampleIntro", { words: tQuiz("exampleText") })} />
          </div>
          <div className={styles.sample}>
            <SampleResult example={example} />
          </div>
          <PrivacyNote />
        </div>
      </PageContainer>
      <ClosingCall />
    </>
  );
}
