import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import { Sheet } from "./sheet";
import styles from "./trust.module.css";

export type ListedCookie = {
  name: string;
  purpose: "guest" | "session" | "csrf" | "keepLater";
  /** null: until the browser is closed */
  seconds: number | null;
};

const DAY_SECONDS = 24 * 3600;

/** Every cookie by name, with what it is for and how long it stays. */
export function PrivacyCookies({ cookies }: { cookies: readonly ListedCookie[] }) {
  const t = useTranslations("trust.privacy");
  return (
    <Sheet id="cookies" title={t("cookiesTitle")}>
      <p className={text.body}>{t("cookiesIntro")}</p>
      <table className={classNames(styles.table, styles.stacked)}>
        <thead>
          <tr>
            <th scope="col">{t("cookieName")}</th>
            <th scope="col">{t("cookiePurpose")}</th>
            <th scope="col">{t("cookieLife")}</th>
          </tr>
        </thead>
        <tbody>
          {cookies.map(({ name, purpose, seconds }) => (
            <tr key={name}>
              <th scope="row" className={styles.name}>
                {name}
              </th>
              <td>{t(`cookies.${purpose}`)}</td>
              <td>
                {seconds === null ? t("cookieVisit") : t("cookieDays", { days: Math.round(seconds / DAY_SECONDS) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}
