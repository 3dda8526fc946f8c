import CheckRounded from "@mui/icons-material/CheckRounded";
import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { SectionHeading } from "@/components/ui/section-heading";
import text from "@/components/ui/type.module.css";
import styles from "./landing.module.css";

const POINTS = ["privacy1", "privacy2", "privacy3"] as const;

export function PrivacyNote() {
  const t = useTranslations("landing");
  return (
    <section aria-labelledby="privacy" className={styles.privacy}>
      <SectionHeading title={t("privacyTitle")} id="privacy" size="h3" />
      <ul className={styles.points}>
        {POINTS.map((point) => (
          <li key={point} className={styles.point}>
            <CheckRounded color="success" />
            <p className={text.body}>
              {t.rich(point, { link: (chunks) => <AppLink href="/privacy">{chunks}</AppLink> })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
