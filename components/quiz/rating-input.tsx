"use client";

import { useTranslations } from "next-intl";
import type { ReactNode, Ref } from "react";
import { classNames } from "@/components/ui/class-names";
import { DIMENSION_MAX, DIMENSION_MIN } from "@/lib/engine/profile/dimensions";
import styles from "./quiz.module.css";
import type { ShownQuestion } from "./shown-question";

const STEPS = Array.from({ length: DIMENSION_MAX - DIMENSION_MIN + 1 }, (_, index) => DIMENSION_MIN + index);

type RatingInputProps = {
  question: ShownQuestion;
  value: number | null;
  /** `isPointer` tells a tap or click from the keyboard, which must never move the page on by itself. */
  onChoose: (value: number, isPointer: boolean) => void;
  labelledBy: string;
  groupRef: Ref<HTMLDivElement>;
};

type AnchorProps = { id: string; title: string; className?: string; children: ReactNode };

function Anchor({ id, title, className, children }: AnchorProps) {
  return (
    <div id={id} className={classNames(styles.anchor, className)}>
      <span className={styles.anchorNumber}>{title}</span>
      <span className={styles.anchorText}>{children}</span>
    </div>
  );
}

/** Eleven native radio buttons: one row on a wide screen, two on a phone, with what both ends mean beside them. */
export function RatingInput({ question, value, onChoose, labelledBy, groupRef }: RatingInputProps) {
  const t = useTranslations("quizUi");
  const lowId = `${question.id}-low`;
  const highId = `${question.id}-high`;
  return (
    <div className={styles.rating}>
      <Anchor id={lowId} title={t("low")} className={styles.narrow}>
        {question.low}
      </Anchor>
      <div
        ref={groupRef}
        role="radiogroup"
        aria-labelledby={labelledBy}
        aria-describedby={`${lowId} ${highId}`}
        className={styles.numbers}
      >
        {STEPS.map((step) => (
          <div key={step} className={styles.number}>
            <input
              type="radio"
              name={question.id}
              value={step}
              checked={value === step}
              aria-label={t("ratingName", { value: step })}
              // A radio that is already chosen fires no change; a tap on it still means "this one, go on".
              onClick={(event) => onChoose(step, event.detail > 0)}
              onChange={() => undefined}
              className={styles.input}
            />
            <span aria-hidden="true">{step}</span>
          </div>
        ))}
      </div>
      <div className={styles.anchors}>
        <Anchor id={`${lowId}-wide`} title={t("low")} className={styles.wide}>
          {question.low}
        </Anchor>
        <Anchor id={highId} title={t("high")} className={styles.high}>
          {question.high}
        </Anchor>
      </div>
    </div>
  );
}
