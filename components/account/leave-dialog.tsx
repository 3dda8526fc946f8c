"use client";

import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import dialogs from "@/components/ui/dialog.module.css";
import text from "@/components/ui/type.module.css";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import { useModal } from "@/components/ui/use-modal";
import styles from "./account.module.css";

type LeaveDialogProps = {
  isDirty: boolean;
  /** Resolves to whether it worked. */
  onSave: () => Promise<boolean>;
};

/** Asks what to do with unsaved changes when somebody is about to leave them behind. */
export function LeaveDialog({ isDirty, onSave }: LeaveDialogProps) {
  const t = useTranslations("account.profile");
  const { leave, stay } = useLeaveGuard(isDirty);
  const dialog = useModal(leave !== null);
  const saveAndLeave = async () => {
    if (await onSave()) leave?.();
    // What went wrong stands on the page.
    else stay();
  };
  return (
    <dialog ref={dialog} aria-labelledby="leave-title" onClose={stay} className={dialogs.dialog}>
      <h2 id="leave-title" className={text.h3}>
        {t("leaveTitle")}
      </h2>
      <p className={`${text.body} ${text.muted}`} style={{ marginTop: 8 }}>
        {t("leaveText")}
      </p>
      <div className={styles.dialogActions}>
        <Button variant="contained" onClick={saveAndLeave}>
          {t("leaveSave")}
        </Button>
        <Button variant="outlined" onClick={() => leave?.()}>
          {t("leaveDiscard")}
        </Button>
        <Button variant="text" onClick={stay}>
          {t("leaveStay")}
        </Button>
      </div>
    </dialog>
  );
}
