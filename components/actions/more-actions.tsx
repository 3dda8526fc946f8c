"use client";

import CheckCircleRounded from "@mui/icons-material/CheckCircleRounded";
import MoreHorizRounded from "@mui/icons-material/MoreHorizRounded";
import RadioButtonUncheckedRounded from "@mui/icons-material/RadioButtonUncheckedRounded";
import ShareRounded from "@mui/icons-material/ShareRounded";
import IconButton from "@mui/material/IconButton";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import styles from "./actions.module.css";
import { StarRating } from "./star-rating";
import type { ActionSubject } from "./subject";
import { useReactions } from "./use-reactions";
import { useShare } from "./use-share";

/** What is needed less often, behind one button: a native popover, so that Escape, a tap outside and the way back come with it. */
export function MoreActions({ subject }: { subject: ActionSubject }) {
  const t = useTranslations("cardActions");
  const id = useId();
  const popover = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  // The browser may have opened it before this script was there to hear of it.
  useEffect(() => setIsOpen(popover.current?.matches(":popover-open") ?? false), []);
  const label = t("moreOf", { career: subject.career });
  return (
    <>
      <IconButton aria-label={label} popoverTarget={id} aria-haspopup="dialog">
        <MoreHorizRounded />
      </IconButton>
      <div
        ref={popover}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        className={styles.menu}
        onToggle={(event) => setIsOpen(event.newState === "open")}
      >
        {isOpen ? <Actions subject={subject} onDone={() => popover.current?.hidePopover()} /> : null}
      </div>
    </>
  );
}

function Actions({ subject, onDone }: { subject: ActionSubject; onDone: () => void }) {
  const t = useTranslations("cardActions");
  const first = useRef<HTMLButtonElement>(null);
  const { reactions, set, unset } = useReactions(subject);
  const share = useShare(subject);
  const isDoing = reactions.implement !== undefined;
  // It was not there yet when the popover opened and the browser looked for something to focus.
  useEffect(() => first.current?.focus(), []);
  return (
    <>
      <button
        ref={first}
        type="button"
        className={styles.item}
        aria-pressed={isDoing}
        onClick={() => (isDoing ? unset("implement") : set("implement"))}
      >
        {isDoing ? <CheckCircleRounded /> : <RadioButtonUncheckedRounded />}
        {t("doing")}
      </button>
      <button
        type="button"
        className={styles.item}
        onClick={() => {
          onDone();
          void share();
        }}
      >
        <ShareRounded />
        {t("share")}
      </button>
      <StarRating
        stars={reactions.rate?.value ?? null}
        onRate={(stars) => (stars === null ? unset("rate") : set("rate", stars))}
      />
    </>
  );
}
