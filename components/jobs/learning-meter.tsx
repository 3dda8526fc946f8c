import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { MeterBar } from "@/components/ui/meter-bar";
import text from "@/components/ui/type.module.css";
import styles from "./jobs.module.css";
import type { Learning } from "./swipe-store";

/** How many likes the order of the jobs has learned from, how many it still takes, or why it takes none into account. */
export function LearningMeter({ learning }: { learning: Learning }) {
  const t = useTranslations("jobs.learning");
  const { likes, needed, isApplied, obstacle } = learning;
  return (
    <div className={styles.learning}>
      <MeterBar
        label={t("label")}
        value={Math.min(likes, needed)}
        max={needed}
        valueText={isApplied ? t("applied", { likes }) : t("progress", { likes, needed })}
        tone="blaze"
      />
      <p className={classNames(text.caption, text.muted)}>
        {obstacle !== null
          ? t(`obstacles.${obstacle}`)
          : isApplied
            ? t("appliedText")
            : likes >= needed
              ? t("soonText")
              : t("progressText", { left: needed - likes })}
      </p>
    </div>
  );
}
