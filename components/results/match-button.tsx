import { useTranslations } from "next-intl";
import { Chevron } from "@/components/ui/chevron";
import styles from "./results.module.css";

type MatchButtonProps = { score: number; isOpen: boolean; panelId: string; onToggle: () => void };

/** The match in large; pressing it shows how it adds up. */
export function MatchButton({ score, isOpen, panelId, onToggle }: MatchButtonProps) {
  const t = useTranslations("results");
  const percent = Math.round(score);
  return (
    <button
      type="button"
      onClick={onToggle}
      aria-expanded={isOpen}
      aria-controls={panelId}
      aria-label={t("matchButton", { percent })}
      className={styles.match}
    >
      {/* The space keeps the words apart where only the text counts, such as for voice control. */}
      <span className={styles.matchPercent}>{t("matchPercent", { percent })}</span>{" "}
      <span className={styles.matchWord}>
        {t("match")}
        <Chevron className={styles.chevron} />
      </span>
    </button>
  );
}
