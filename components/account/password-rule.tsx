import CheckRounded from "@mui/icons-material/CheckRounded";
import { useTranslations } from "next-intl";
import { VISUALLY_HIDDEN } from "@/components/ui/visually-hidden";
import styles from "./account.module.css";

export type PasswordLimits = { min: number; max: number };

/** Characters as a person counts them, which is how the server counts. */
export const countCharacters = (text: string): number => [...text].length;

/**
 * The one rule of a new password and how far along it is: no red while somebody is still typing. The countdown is for the eye; only
 * that it is enough is read out, once.
 */
export function PasswordRule({ password, limits }: { password: string; limits: PasswordLimits }) {
  const t = useTranslations("account.form");
  const count = countCharacters(password);
  const isEnough = count >= limits.min;
  return (
    <>
      <p className={styles.rule}>{t("passwordHint", { min: limits.min })}</p>
      <p
        aria-hidden="true"
        className={styles.ruleState}
        data-state={count === 0 ? "empty" : isEnough ? "enough" : undefined}
      >
        <span className={styles.ruleTrack}>
          <span className={styles.ruleFill} style={{ width: `${Math.min(100, (100 * count) / limits.min)}%` }} />
        </span>
        {isEnough ? (
          <>
            <CheckRounded fontSize="small" />
            {t("passwordLongEnough")}
          </>
        ) : (
          t("passwordMissing", { count: limits.min - count })
        )}
      </p>
      <span role="status" style={VISUALLY_HIDDEN}>
        {isEnough ? t("passwordLongEnough") : ""}
      </span>
    </>
  );
}
