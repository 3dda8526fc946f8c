import { type RefObject, useEffect, useRef } from "react";

/** A native dialog that is open as long as it should be. It brings the focus trap, Escape and the way back to the button. */
export function useModal(isOpen: boolean): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return dialog;
}
