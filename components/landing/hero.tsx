import ArrowForwardRounded from "@mui/icons-material/ArrowForwardRounded";
import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { PageContainer } from "@/components/ui/page-container";
import text from "@/components/ui/type.module.css";
import { HeroPoster } from "./hero-poster";
import styles from "./landing.module.css";

export function Hero() {
  const t = useTranslations("landing");
  return (
    <PageContainer>
      <section className={styles.hero}>
        <div>
          <p className={styles.eyebrow}>{t("eyebrow")}</p>
          <h1 className={text.h1}>{t("title")}</h1>
          <p className={classNames(text.lead, text.muted, styles.lead)}>{t("lead")}</p>
          <div className={styles.actions}>
            <div className={styles.call}>
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
              <p className={classNames(text.small, text.muted, styles.callNote)}>{t("ctaNote")}</p>
            </div>
            <Link href="/careers" className={styles.browse}>
              {t("browse")}
            </Link>
          </div>
        </div>
        <div className={styles.poster}>
          <HeroPoster />
        </div>
      </section>
    </PageContainer>
  );
}
