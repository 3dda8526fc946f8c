"use client";

import NotInterestedRounded from "@mui/icons-material/NotInterestedRounded";
import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { CompareToggle } from "@/components/compare/compare-toggle";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import styles from "./actions.module.css";
import { MoreActions } from "./more-actions";
import type { Reactions } from "./queries";
import { SaveButton } from "./save-button";
import type { ActionSubject } from "./subject";

type CareerActionsProps = {
  subject: ActionSubject;
  isSaved: boolean;
  reactions: Reactions;
  onDismiss: (isDismissed: boolean) => void;
};

/** What somebody can do with a career: what matters most in view, the rest behind a button. */
export function CareerActions({ subject, isSaved, reactions, onDismiss }: CareerActionsProps) {
  const t = useTranslations("cardActions");
  const { career } = subject;
  const isDismissed = reactions.dismiss !== undefined;
  return (
    <>
      <SaveButton subject={subject} isSaved={isSaved} />
      <Button
        variant={isDismissed ? "contained" : "text"}
        size="small"
        aria-pressed={isDismissed}
        aria-label={t("dismissOf", { career })}
        onClick={() => onDismiss(!isDismissed)}
        startIcon={<NotInterestedRounded />}
        sx={{ minHeight: 44 }}
      >
        {t("dismiss")}
      </Button>
      <CompareToggle code={subject.careerCode} title={career} />
      <MoreActions subject={subject} />
    </>
  );
}

/** What somebody said about a career, where it is said again. */
export function Standing({ reactions: { implement, rate } }: { reactions: Reactions }) {
  const t = useTranslations("cardActions");
  if (implement === undefined && rate === undefined) return null;
  return (
    <p className={classNames(text.small, text.muted, styles.standing)}>
      {implement === undefined ? null : <span>{t("doingNow")}</span>}
      {rate === undefined ? null : <span>{t("rated", { count: rate.value ?? 0 })}</span>}
    </p>
  );
}
