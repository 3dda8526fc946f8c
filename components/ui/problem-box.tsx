"use client";

import { type ReactNode, useEffect, useRef } from "react";
import styles from "./problem-box.module.css";
import text from "./type.module.css";

type ProblemBoxProps = {
  /** Of the title's element. */
  id: string;
  title: string;
  /** Counts the attempts, so that a second one with the same problems takes the focus again. */
  attempt: number;
  children: ReactNode;
};

/** What is wrong with a form that was sent. It takes the focus, so that it is read out and seen. */
export function ProblemBox({ id, title, attempt, children }: ProblemBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is what moves the focus, not a field being mended
  useEffect(() => {
    box.current?.focus();
  }, [attempt]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would group controls; this groups a message
    <div ref={box} role="group" tabIndex={-1} data-focus-target aria-labelledby={id} className={styles.box}>
      <h2 id={id} className={text.h5}>
        {title}
      </h2>
      {children}
    </div>
  );
}
