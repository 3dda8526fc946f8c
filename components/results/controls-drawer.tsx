"use client";

import TuneRounded from "@mui/icons-material/TuneRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Drawer from "@mui/material/Drawer";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ControlsPanel, type ControlsPanelProps } from "./controls-panel";

type ControlsDrawerProps = ControlsPanelProps & {
  /** Title of the career that is first now, so that the effect shows above the sliders. */
  firstCareer: string | undefined;
};

/** The controls on a phone: a button that stays within the thumb's reach, and a drawer from below. */
export function ControlsDrawer({ firstCareer, ...panel }: ControlsDrawerProps) {
  const t = useTranslations("results");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Box
        sx={{
          display: { xs: "flex", md: "none" },
          justifyContent: "center",
          position: "sticky",
          bottom: 16,
          zIndex: "fab",
          mt: 2,
          pointerEvents: "none",
          "@media print": { display: "none" },
        }}
      >
        <Button
          variant="contained"
          size="large"
          startIcon={<TuneRounded />}
          aria-haspopup="dialog"
          onClick={() => setIsOpen(true)}
          sx={{ pointerEvents: "auto", boxShadow: "0 8px 24px rgb(0 0 0 / 0.28)" }}
        >
          {t("controlsOpen")}
        </Button>
      </Box>
      <Drawer
        anchor="bottom"
        open={isOpen}
        onClose={() => setIsOpen(false)}
        slotProps={{
          paper: {
            role: "dialog",
            "aria-modal": true,
            "aria-labelledby": "controls-drawer-title",
            sx: { maxHeight: "82dvh", borderRadius: "20px 20px 0 0", display: "flex" },
          },
        }}
      >
        <Box
          sx={{
            px: 2.5,
            pt: 2,
            pb: 1.5,
            display: "flex",
            gap: 2,
            alignItems: "center",
            borderBottom: 1,
            borderColor: "divider",
          }}
        >
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Typography component="h2" variant="h4" id="controls-drawer-title">
              {t("controlsTitle")}
            </Typography>
            {firstCareer === undefined ? null : (
              <Typography variant="body2" noWrap sx={{ color: "text.secondary" }}>
                {t("controlsFirst", { career: firstCareer })}
              </Typography>
            )}
          </Box>
          <Button variant="contained" onClick={() => setIsOpen(false)}>
            {t("controlsDone")}
          </Button>
        </Box>
        <Box sx={{ overflowY: "auto", overscrollBehavior: "contain", px: 2.5, py: 2.5 }}>
          <ControlsPanel {...panel} />
        </Box>
      </Drawer>
    </>
  );
}
