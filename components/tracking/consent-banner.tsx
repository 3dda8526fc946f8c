"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { KnownChoice } from "@/lib/web/client/tracking/consent-choice";
import { getTracker } from "@/lib/web/client/tracking/get-tracker";
import styles from "./consent.module.css";
import { ConsentQuestion } from "./consent-question";
import { useChoice } from "./use-choice";

/**
 * For pages with something to record: starts recording where that was agreed to, and asks where nobody asked yet. It stands in the page
 * like any other part of it, so that it can neither cover nor hold up anything.
 * @param known  what the server knows of the person's choice
 */
export function ConsentBanner({ known }: { known: KnownChoice }) {
  const t = useTranslations("consent");
  const choice = useChoice(known);
  const id = useId();
  const [isAnswered, setIsAnswered] = useState(false);
  const thanks = useRef<HTMLParagraphElement>(null);
  useEffect(() => getTracker().adopt(known), [known]);
  // The button that had the focus is gone: the keyboard goes on from here, and a screen reader reads what came of it.
  useEffect(() => {
    if (isAnswered) thanks.current?.focus();
  }, [isAnswered]);
  if (isAnswered) {
    return (
      <p ref={thanks} tabIndex={-1} data-focus-target className={classNames(text.small, styles.banner)}>
        {t(choice === "granted" ? "allowed" : "refused")} {t("change")}
      </p>
    );
  }
  if (choice !== "unasked") return null;
  return (
    <section aria-labelledby={id} className={styles.banner}>
      <p id={id} className={text.h5}>
        {t("title")}
      </p>
      <ConsentQuestion onAnswer={() => setIsAnswered(true)} />
    </section>
  );
}
