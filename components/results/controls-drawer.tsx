"use client";

import TuneRounded from "@mui/icons-material/TuneRounded";
import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { BottomSheet } from "@/components/ui/bottom-sheet";
import { ControlsPanel, type ControlsPanelProps } from "./controls-panel";
import styles from "./results.module.css";

type ControlsDrawerProps = ControlsPanelProps & {
  /** Title of the career that is first now, so that the effect shows above the sliders. */
  firstCareer: string | undefined;
};

/** The controls on a phone: a button that stays within the thumb's reach, and a sheet from below. */
export function ControlsDrawer({ firstCareer, ...panel }: ControlsDrawerProps) {
  const t = useTranslations("results");
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <>
      <div className={styles.openControls}>
        <Button
          variant="contained"
          size="large"
          startIcon={<TuneRounded />}
          aria-haspopup="dialog"
          onClick={() => setIsOpen(true)}
        >
          {t("controlsOpen")}
        </Button>
      </div>
      <BottomSheet
        isOpen={isOpen}
        onClose={close}
        title={t("controlsTitle")}
        subtitle={firstCareer === undefined ? undefined : t("controlsFirst", { career: firstCareer })}
        action={
          <Button variant="contained" onClick={close}>
            {t("controlsDone")}
          </Button>
        }
      >
        <ControlsPanel {...panel} />
      </BottomSheet>
    </>
  );
}
