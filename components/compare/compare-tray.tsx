"use client";

import CloseRounded from "@mui/icons-material/CloseRounded";
import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { unchoose, unchooseAll, useChosen } from "./compare-store";
import styles from "./compare-tray.module.css";
import { COMPARED_MAX, toCompareHref } from "./compare-url";

/** What was chosen to be compared, within reach at the bottom of the screen; nothing while nothing is chosen. */
export function CompareTray() {
  const t = useTranslations("compareTray");
  const chosen = useChosen();
  const hasAny = chosen.length > 0;
  useEffect(() => {
    // Other things that float at the bottom move up.
    document.documentElement.toggleAttribute("data-tray", hasAny);
    return () => document.documentElement.removeAttribute("data-tray");
  }, [hasAny]);
  if (!hasAny) return null;
  const isEnough = chosen.length > 1;
  return (
    <section aria-label={t("label")} className={styles.tray}>
      <div className={styles.inner}>
        <p role="status" className={styles.count}>
          {t(isEnough ? "count" : "countOne", { count: chosen.length, max: COMPARED_MAX })}
        </p>
        <ul className={styles.chips}>
          {chosen.map(({ code, title }) => (
            <li key={code} className={styles.chip}>
              <span>{title}</span>
              <button type="button" aria-label={t("remove", { title })} onClick={() => unchoose(code)}>
                <CloseRounded aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
        <div className={styles.actions}>
          <Button color="inherit" onClick={unchooseAll}>
            {t("clear")}
          </Button>
          {isEnough ? (
            <Button variant="contained" color="blaze" href={toCompareHref(chosen.map(({ code }) => code))}>
              {t("open")}
            </Button>
          ) : null}
        </div>
      </div>
    </section>
  );
}
