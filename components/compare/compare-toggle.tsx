"use client";

import CompareArrowsRounded from "@mui/icons-material/CompareArrowsRounded";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { choose, unchoose, useChosen } from "./compare-store";
import styles from "./compare-tray.module.css";

/** Puts a career aside to be compared, or takes it out again. The tray below the page shows what is there. */
export function CompareToggle({ code, title, className }: { code: string; title: string; className?: string }) {
  const t = useTranslations("compareTray");
  const isChosen = useChosen().some((career) => career.code === code);
  const [isFull, setIsFull] = useState(false);
  const toggle = () => {
    if (isChosen) unchoose(code);
    setIsFull(!isChosen && !choose({ code, title }));
  };
  return (
    <span className={classNames(styles.toggleBox, className)}>
      <button
        type="button"
        aria-pressed={isChosen}
        aria-label={t("toggle", { title })}
        onClick={toggle}
        className={styles.toggle}
      >
        <CompareArrowsRounded aria-hidden="true" />
        {t(isChosen ? "chosen" : "choose")}
      </button>
      <span role="status" className={styles.full}>
        {isFull ? t("full") : ""}
      </span>
    </span>
  );
}
