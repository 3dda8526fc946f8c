import Button, { type ButtonProps } from "@mui/material/Button";
import type { ReactNode } from "react";
import styles from "./account.module.css";

type SubmitButtonProps = Omit<ButtonProps, "type" | "disabled"> & {
  isPending: boolean;
  pendingText: ReactNode;
};

/** Stays where it is and keeps the focus while it works, which a disabled button would lose. The form ignores a second press. */
export function SubmitButton({ isPending, pendingText, children, ...props }: SubmitButtonProps) {
  return (
    <Button
      type="submit"
      variant="contained"
      aria-disabled={isPending || undefined}
      startIcon={isPending ? <span className={styles.spinner} /> : undefined}
      {...props}
    >
      {isPending ? pendingText : children}
    </Button>
  );
}
