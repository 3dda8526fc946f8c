"use client";

import CloseRounded from "@mui/icons-material/CloseRounded";
import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { classNames } from "@/components/ui/class-names";
import controls from "@/components/ui/controls.module.css";
import text from "@/components/ui/type.module.css";
import styles from "./browse.module.css";

type BrowseSearchProps = {
  words: string;
  onWords: (words: string) => void;
  /** Searches at once, without waiting for a pause in typing. */
  onSearch: (q: string) => void;
};

const EXAMPLES = ["engines", "kids", "outdoors", "draw"] as const;

/** The search box and what one could type into it. */
export function BrowseSearch({ words, onWords, onSearch }: BrowseSearchProps) {
  const t = useTranslations("browse");
  return (
    <div>
      <div className={styles.searchRow}>
        <div className={classNames(controls.field, styles.searchBox)}>
          <label htmlFor="browse-q" className={controls.label}>
            {t("searchLabel")}
          </label>
          <input
            type="search"
            name="q"
            id="browse-q"
            placeholder={t("searchPlaceholder")}
            value={words}
            onChange={(event) => onWords(event.target.value)}
            maxLength={500}
            enterKeyHint="search"
            className={controls.control}
          />
          {words === "" ? null : (
            <button type="button" aria-label={t("clearSearch")} onClick={() => onSearch("")} className={styles.clear}>
              <CloseRounded />
            </button>
          )}
        </div>
        <Button type="submit" variant="contained" color="blaze" sx={{ minHeight: 52 }}>
          {t("search")}
        </Button>
      </div>
      <div className={styles.examples}>
        <span className={classNames(text.small, text.muted)}>{t("examples")}</span>
        {EXAMPLES.map((name) => {
          const example = t(`example.${name}`);
          return (
            <AppLink
              key={name}
              href={`/careers?q=${encodeURIComponent(example)}`}
              className={styles.example}
              onClick={(event) => {
                event.preventDefault();
                onSearch(example);
              }}
            >
              {example}
            </AppLink>
          );
        })}
      </div>
    </div>
  );
}
