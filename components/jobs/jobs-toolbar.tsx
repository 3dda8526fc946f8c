"use client";

import FilterListRounded from "@mui/icons-material/FilterListRounded";
import TuneRounded from "@mui/icons-material/TuneRounded";
import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { BottomSheet } from "@/components/ui/bottom-sheet";
import text from "@/components/ui/type.module.css";
import { JobFilters, type JobFiltersProps } from "./job-filters";
import styles from "./jobs.module.css";
import { countFilters, type JobsState } from "./jobs-url";

type JobsToolbarProps = JobFiltersProps & {
  view: JobsState["view"];
  onView: (view: JobsState["view"]) => void;
  onClear: () => void;
  onPreferences: () => void;
};

const VIEWS = ["deck", "list"] as const;

/** Cards or list, the filters on a phone, and the way to what one rules out. */
export function JobsToolbar({ view, onView, onClear, onPreferences, ...filters }: JobsToolbarProps) {
  const t = useTranslations("jobs");
  const [isOpen, setIsOpen] = useState(false);
  const count = countFilters(filters.filters);
  const close = () => setIsOpen(false);
  return (
    <div className={styles.toolbar}>
      <h1 className={text.h2}>{t("title")}</h1>
      <fieldset className={styles.views}>
        <legend>{t("view.label")}</legend>
        {VIEWS.map((one) => (
          <button key={one} type="button" aria-pressed={view === one} onClick={() => onView(one)}>
            {t(`view.${one}`)}
          </button>
        ))}
      </fieldset>
      <span className={styles.filtersPhone}>
        <Button
          variant="outlined"
          size="small"
          startIcon={<FilterListRounded />}
          aria-haspopup="dialog"
          onClick={() => setIsOpen(true)}
          sx={{ minHeight: 44 }}
        >
          {count === 0 ? t("filters.open") : t("filters.openOn", { count })}
        </Button>
      </span>
      <span className={styles.preferences}>
        <Button
          variant="outlined"
          size="small"
          startIcon={<TuneRounded />}
          aria-haspopup="dialog"
          onClick={onPreferences}
          sx={{ minHeight: 44 }}
        >
          {t("preferences.open")}
        </Button>
      </span>
      <BottomSheet
        isOpen={isOpen}
        onClose={close}
        title={t("filters.open")}
        action={
          <Button variant="contained" onClick={close}>
            {t("filters.done")}
          </Button>
        }
      >
        <JobFilters {...filters} />
        <Button variant="outlined" disabled={count === 0} onClick={onClear} sx={{ mt: 3 }}>
          {t("filters.clear")}
        </Button>
      </BottomSheet>
    </div>
  );
}
