"use client";

import Button from "@mui/material/Button";
import { useMutationState } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import text from "@/components/ui/type.module.css";
import styles from "./history-panel.module.css";

/** Saving a card does not move the cards under the hand: it offers to. */
export function UpdateNotice({ isUpdating, onUpdate }: { isUpdating: boolean; onUpdate: () => void }) {
  const t = useTranslations("results.history");
  // Everything that a card sends about its career has a key that starts so.
  const changes = useMutationState({
    filters: { mutationKey: ["results"], status: "success" },
    select: ({ mutationId }) => mutationId,
  });
  const newest = Math.max(0, ...changes);
  const [applied, setApplied] = useState(newest);
  const isStale = newest > applied;
  return (
    <div role="status" className={styles.float}>
      {isStale ? (
        <div className={styles.notice}>
          <span className={text.small}>{t("changed")}</span>
          <Button
            variant="contained"
            size="small"
            disabled={isUpdating}
            onClick={() => {
              setApplied(newest);
              onUpdate();
            }}
          >
            {t("update")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
