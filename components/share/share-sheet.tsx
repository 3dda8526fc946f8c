"use client";

import PictureAsPdfRounded from "@mui/icons-material/PictureAsPdfRounded";
import PrintRounded from "@mui/icons-material/PrintRounded";
import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { BottomSheet } from "@/components/ui/bottom-sheet";
import text from "@/components/ui/type.module.css";
import { MakeLink } from "./make-link";
import { findPaper } from "./paper";
import styles from "./share.module.css";
import { ShareLinks } from "./share-links";

type ShareSheetProps = {
  isOpen: boolean;
  onClose: () => void;
  sessionId: string;
  /** A row of the list as it is shown now. */
  recommendationId: string | undefined;
};

export function ShareSheet({ isOpen, onClose, sessionId, recommendationId }: ShareSheetProps) {
  const t = useTranslations("share");
  const [revokedId, setRevokedId] = useState<string | null>(null);
  return (
    <BottomSheet
      isOpen={isOpen}
      onClose={onClose}
      title={t("title")}
      action={
        <Button variant="contained" onClick={onClose}>
          {t("close")}
        </Button>
      }
    >
      <div className={styles.sheet}>
        <p className={text.small}>{t("intro")}</p>
        <MakeLink sessionId={sessionId} recommendationId={recommendationId} revokedId={revokedId} />
        <div className={styles.actions}>
          <Button
            variant="outlined"
            startIcon={<PictureAsPdfRounded />}
            href={`/api/v1/results/${sessionId}/pdf?paper=${findPaper()}`}
            download
          >
            {t("file")}
          </Button>
          <Button
            variant="outlined"
            startIcon={<PrintRounded />}
            onClick={() => {
              onClose();
              // The sheet would be on the paper: it is gone after the next frame.
              requestAnimationFrame(() => window.print());
            }}
          >
            {t("print")}
          </Button>
        </div>
        <ShareLinks onRevoked={setRevokedId} />
      </div>
    </BottomSheet>
  );
}
