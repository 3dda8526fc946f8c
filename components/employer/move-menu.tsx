"use client";

import ArrowForwardRounded from "@mui/icons-material/ArrowForwardRounded";
import BlockRounded from "@mui/icons-material/BlockRounded";
import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import menu from "@/components/actions/actions.module.css";
import { Chevron } from "@/components/ui/chevron";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { ApplicationStatus } from "@/lib/contracts/applications";
import type { Applicant } from "@/lib/contracts/employer";
import { toName } from "./applicant-name";
import styles from "./board.module.css";
import { useStepWords } from "./use-step-words";

type MoveMenuProps = { applicant: Applicant; onMove: (status: ApplicationStatus) => void };

/** The steps that are allowed now, behind one button: a native popover, so that Escape, a tap outside and the way back come with it. */
export function MoveMenu({ applicant, onMove }: MoveMenuProps) {
  const t = useTranslations("employer");
  const toStep = useStepWords();
  const id = useId();
  const popover = useRef<HTMLDivElement>(null);
  if (applicant.nextStatuses.length === 0) return null;
  const name = toName(applicant);
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        popoverTarget={id}
        aria-haspopup="dialog"
        aria-label={t("board.moveNamed", { name })}
        endIcon={<Chevron />}
        className={styles.move}
      >
        {t("board.move")}
      </Button>
      <div
        ref={popover}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={t("board.moveNamed", { name })}
        className={menu.menu}
      >
        <p aria-hidden="true" className={classNames(text.caption, text.muted, styles.menuTitle)}>
          {t("board.moveTo")}
        </p>
        {applicant.nextStatuses.map((status) => (
          <button
            key={status}
            type="button"
            className={menu.item}
            onClick={() => {
              popover.current?.hidePopover();
              onMove(status);
            }}
          >
            {status === "REJECTED" ? <BlockRounded /> : <ArrowForwardRounded />}
            {toStep(status)}
          </button>
        ))}
      </div>
    </>
  );
}
