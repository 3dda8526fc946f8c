import ArrowForwardRounded from "@mui/icons-material/ArrowForwardRounded";
import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { classNames } from "@/components/ui/class-names";
import { PageContainer } from "@/components/ui/page-container";
import text from "@/components/ui/type.module.css";
import styles from "./landing.module.css";

export function ClosingCall() {
  const t = useTranslations("landing");
  return (
    <PageContainer>
      <section aria-labelledby="closing" className={classNames(styles.band, styles.closing)}>
        <div>
          <h2 id="closing" className={text.h2}>
            {t("endTitle")}
          </h2>
          <p className={classNames(text.lead, styles.bandNote)}>{t("endText")}</p>
        </div>
        <div className={styles.actions} style={{ margin: 0, alignItems: "center" }}>
          <Button href="/quiz" size="large" variant="contained" color="blaze" endIcon={<ArrowForwardRounded />}>
            {t("cta")}
          </Button>
          <AppLink href="/careers" className={styles.browse} style={{ color: "inherit" }}>
            {t("browse")}
          </AppLink>
        </div>
      </section>
    </PageContainer>
  );
}
