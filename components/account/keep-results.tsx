"use client";

import Button from "@mui/material/Button";
import { useState } from "react";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import { KEEP_LATER_COOKIE } from "@/lib/web/client/browser-memory";
import styles from "./account.module.css";

type KeepResultsProps = {
  registerHref: string;
  words: { title: string; text: string; register: string; dismiss: string };
};

/** A quiet offer to a guest under their results. "Not now" holds for a month; a cookie, so that the server can leave it out. */
export function KeepResults({ registerHref, words }: KeepResultsProps) {
  const [isShown, setIsShown] = useState(true);
  if (!isShown) return null;
  const dismiss = () => {
    const { name, path, seconds } = KEEP_LATER_COOKIE;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser, and is asynchronous
    document.cookie = `${name}=1; Path=${path}; Max-Age=${seconds}; SameSite=Lax`;
    setIsShown(false);
  };
  return (
    <aside aria-labelledby="keep" className={styles.keep}>
      <div className={styles.keepText}>
        <h2 id="keep" className={text.h5}>
          {words.title}
        </h2>
        <p className={classNames(text.small, text.muted)}>{words.text}</p>
      </div>
      <div className={styles.actions}>
        <Button variant="outlined" href={registerHref}>
          {words.register}
        </Button>
        <Button variant="text" onClick={dismiss}>
          {words.dismiss}
        </Button>
      </div>
    </aside>
  );
}
