"use client";

import { useState } from "react";
import { signOut } from "@/lib/web/client/sign-in";
import styles from "./site.module.css";

export type SignOutTexts = { label: string; pendingLabel: string; failedText: string };

/** Ends the session and starts over with a full load, so that nothing of the account stays in this tab's memory. */
export function SignOutButton({ label, pendingLabel, failedText }: SignOutTexts) {
  const [state, setState] = useState<"ready" | "pending" | "failed">("ready");
  const leave = async () => {
    if (state === "pending") return;
    setState("pending");
    try {
      await signOut();
      window.location.assign("/");
    } catch {
      // Whatever went wrong, the person has to know that others at this device still see their account.
      setState("failed");
    }
  };
  return (
    <>
      <button
        type="button"
        onClick={leave}
        aria-disabled={state === "pending" || undefined}
        className={styles.menuAction}
      >
        {state === "pending" ? pendingLabel : label}
      </button>
      <p role="alert" className={styles.menuAlert}>
        {state === "failed" ? failedText : null}
      </p>
    </>
  );
}
