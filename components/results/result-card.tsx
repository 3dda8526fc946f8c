"use client";

import { memo, useState } from "react";
import { DismissedRow } from "@/components/actions/dismissed-row";
import { useReactions } from "@/components/actions/use-reactions";
import { type CardProps, WholeCard } from "./whole-card";

/** A career of the list, or the slim row that is left of it once somebody set it aside. */
export const ResultCard = memo(function ResultCard(props: CardProps) {
  const { recommendationId, code, career } = props.recommendation;
  const subject = { careerCode: code, career, recommendationId, sessionId: props.sessionId, surface: "results" };
  const { reactions, set, unset } = useReactions(subject);
  // Whether it was set aside or brought back here and now: the focus then follows what became of the card.
  const [isTouched, setIsTouched] = useState(false);
  const dismiss = (isDismissed: boolean) => {
    setIsTouched(true);
    if (isDismissed) set("dismiss");
    else unset("dismiss");
  };
  if (reactions.dismiss !== undefined) {
    return <DismissedRow career={career} isFresh={isTouched} onUndo={() => dismiss(false)} />;
  }
  return <WholeCard {...props} subject={subject} reactions={reactions} isFresh={isTouched} onDismiss={dismiss} />;
});
