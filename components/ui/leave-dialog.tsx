"use client";

import type { ReactNode } from "react";
import { ConfirmDialog } from "./confirm-dialog";
import { useLeaveGuard } from "./use-leave-guard";

type LeaveDialogProps = { isDirty: boolean; title: string; leaveLabel: string; children: ReactNode };

/** Asks before unsaved changes are left behind. */
export function LeaveDialog({ isDirty, title, leaveLabel, children }: LeaveDialogProps) {
  const { leave, stay } = useLeaveGuard(isDirty);
  return (
    <ConfirmDialog
      isOpen={leave !== null}
      title={title}
      confirmLabel={leaveLabel}
      isDangerous
      onConfirm={() => leave?.()}
      onClose={stay}
    >
      {children}
    </ConfirmDialog>
  );
}
