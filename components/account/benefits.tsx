import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import styles from "./account.module.css";

const BENEFITS = ["keep", "anywhere", "yours"] as const;

/** What an account is good for, on a poster's dark band. */
export function Benefits() {
  const t = useTranslations("account.benefits");
  return (
    <aside aria-labelledby="benefits" className={styles.benefits}>
      <div className={styles.benefitText}>
        <h2 id="benefits" className={text.h3}>
          {t("title")}
        </h2>
        <ul className={styles.benefitList}>
          {BENEFITS.map((name) => (
            <li key={name} className={styles.benefit}>
              <h3 className={text.h5}>{t(`${name}Title`)}</h3>
              <p className={classNames(text.small, styles.benefitNote)}>{t(`${name}Text`)}</p>
            </li>
          ))}
        </ul>
      </div>
      <Trail />
    </aside>
  );
}

/** Hills with a marked trail that goes over the edge: on to the next device. Decoration. */
function Trail() {
  return (
    <svg viewBox="0 0 420 170" aria-hidden="true" focusable="false" className={styles.scene}>
      <circle cx="322" cy="52" r="26" fill="var(--wm-palette-brand-sun)" />
      <path d="M0 96 62 52l40 30 54-50 70 62 48-36 56 44 42-30 48 34v72H0z" fill="#2B5A49" />
      <path d="M0 124c66-32 118-26 178-8s120 12 242-30v84H0z" fill="#447E63" />
      <path d="M0 152c80-30 150-26 216-10s120 10 204-22v50H0z" fill="#0E2A1F" />
      <path
        d="M-4 166c60-6 96-22 150-20s84 12 128 0 60-30 152-38"
        fill="none"
        stroke="#F7F3E6"
        strokeWidth="4"
        strokeLinecap="round"
        strokeDasharray="1 12"
      />
    </svg>
  );
}
