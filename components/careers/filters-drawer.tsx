"use client";

import FilterListRounded from "@mui/icons-material/FilterListRounded";
import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { BottomSheet } from "@/components/ui/bottom-sheet";
import styles from "./browse.module.css";
import { BrowseFilters, type BrowseFiltersProps } from "./browse-filters";
import { countFilters } from "./browse-url";

type FiltersDrawerProps = BrowseFiltersProps & { onClear: () => void };

/** The filters on a phone, in a sheet from below. */
export function FiltersDrawer({ onClear, ...filters }: FiltersDrawerProps) {
  const t = useTranslations("browse");
  const [isOpen, setIsOpen] = useState(false);
  const count = countFilters(filters.filters);
  const close = () => setIsOpen(false);
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<FilterListRounded />}
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
        sx={{ minHeight: 52 }}
      >
        {count === 0 ? t("filters") : t("filtersOn", { count })}
      </Button>
      <BottomSheet
        isOpen={isOpen}
        onClose={close}
        title={t("filters")}
        action={
          <Button variant="contained" onClick={close}>
            {t("filtersDone")}
          </Button>
        }
      >
        <BrowseFilters {...filters} />
        <div className={styles.sheetActions}>
          <Button variant="outlined" disabled={count === 0} onClick={onClear}>
            {t("clear")}
          </Button>
        </div>
      </BottomSheet>
    </>
  );
}
