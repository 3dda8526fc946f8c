"use client";

import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import styles from "./quiz.module.css";

type QuizProgressProps = {
  /** Index of the question; `total` is the review. */
  index: number;
  total: number;
  /** Name of the part of the quiz. */
  part: string;
};

const toState = (step: number, index: number) => (step < index ? "passed" : step === index ? "here" : "ahead");

/** The trail so far: one blaze a question, the present one painted orange. */
export function QuizProgress({ index, total, part }: QuizProgressProps) {
  const t = useTranslations("quizUi");
  const words = index < total ? t("step", { number: index + 1, total }) : t("reviewStep", { total });
  return (
    <div className={styles.progress}>
      <div className={classNames(text.small, styles.progressText)}>
        <p role="status" className={classNames(text.small, styles.step)}>
          {words}
        </p>
        <p className={classNames(text.small, text.muted, styles.part)}>{part}</p>
      </div>
      <div
        role="progressbar"
        aria-label={t("progress")}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={Math.min(index, total)}
        aria-valuetext={words}
        className={styles.trail}
      >
        {Array.from({ length: total }, (_, step) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the step's number is what it is
          <div key={step} className={styles.blaze} data-state={toState(step, index)} />
        ))}
      </div>
    </div>
  );
}
