"use client";

import FilterListRounded from "@mui/icons-material/FilterListRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Drawer from "@mui/material/Drawer";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { BrowseFilters, type BrowseFiltersProps } from "./browse-filters";
import { countFilters } from "./browse-url";

type FiltersDrawerProps = BrowseFiltersProps & { onClear: () => void };

/** The filters on a phone, in a drawer from below. */
export function FiltersDrawer({ onClear, ...filters }: FiltersDrawerProps) {
  const t = useTranslations("browse");
  const [isOpen, setIsOpen] = useState(false);
  const count = countFilters(filters.filters);
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<FilterListRounded />}
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
        sx={{ minHeight: 56 }}
      >
        {count === 0 ? t("filters") : t("filtersOn", { count })}
      </Button>
      <Drawer
        anchor="bottom"
        open={isOpen}
        onClose={() => setIsOpen(false)}
        slotProps={{
          paper: {
            role: "dialog",
            "aria-modal": true,
            "aria-labelledby": "filters-drawer-title",
            sx: { maxHeight: "90dvh", borderRadius: "20px 20px 0 0", p: 2.5 },
          },
        }}
      >
        <Typography component="h2" variant="h4" id="filters-drawer-title" sx={{ mb: 2.5 }}>
          {t("filters")}
        </Typography>
        <BrowseFilters {...filters} />
        <Box sx={{ display: "flex", gap: 1.5, mt: 3 }}>
          <Button variant="outlined" fullWidth disabled={count === 0} onClick={onClear}>
            {t("clear")}
          </Button>
          <Button variant="contained" fullWidth onClick={() => setIsOpen(false)}>
            {t("filtersDone")}
          </Button>
        </Box>
      </Drawer>
    </>
  );
}
