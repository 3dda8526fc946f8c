"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import { STARS_MAX } from "@/lib/engine/ranking/interaction-label";
import styles from "./actions.module.css";

const STARS = Array.from({ length: STARS_MAX }, (_, i) => i + 1);

type StarRatingProps = {
  /** null without a rating */
  stars: number | null;
  /** null takes the rating back */
  onRate: (stars: number | null) => void;
};

/** Five native radio buttons that look like stars: arrow keys, and a name for each, come with them. */
export function StarRating({ stars, onRate }: StarRatingProps) {
  const t = useTranslations("cardActions");
  const name = useId();
  const shown = Math.round(stars ?? 0);
  return (
    <fieldset className={styles.rating}>
      <legend className={text.label}>{t("rating")}</legend>
      <div className={styles.stars}>
        {STARS.map((count) => (
          <label key={count} className={classNames(styles.star, count <= shown && styles.lit)}>
            <input type="radio" name={name} checked={count === shown} onChange={() => onRate(count)} />
            <span className={styles.starName}>{t("stars", { count })}</span>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="m12 2.6 2.9 6 6.5.9-4.7 4.6 1.1 6.5-5.8-3.1-5.8 3.1 1.1-6.5-4.7-4.6 6.5-.9z" />
            </svg>
          </label>
        ))}
      </div>
      {stars === null ? null : (
        <button type="button" className={styles.unrate} onClick={() => onRate(null)}>
          {t("unrate")}
        </button>
      )}
    </fieldset>
  );
}
