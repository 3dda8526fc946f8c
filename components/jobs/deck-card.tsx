"use client";

import { useIsPresent, useMotionValue, useReducedMotion, useTransform } from "motion/react";
import * as m from "motion/react-m";
import { useTranslations } from "next-intl";
import { type Ref, useEffect, useId, useRef } from "react";
import type { DiscoverItem } from "@/lib/contracts/jobs";
import { decideSwipe } from "./decide-swipe";
import styles from "./deck.module.css";
import { JobCard } from "./job-card";
import { watchJob } from "./job-tracker";
import type { Direction } from "./swipe-box";

/** Which way a card leaves, and where one that comes back comes from. */
export type DeckMove = { out: Direction; back: Direction | null; isStill: boolean };

type DeckCardProps = {
  job: DiscoverItem;
  /** 0 on top */
  depth: number;
  move: DeckMove;
  nowMs: number;
  titleRef: Ref<HTMLHeadingElement>;
  onSwipe: (direction: Direction) => void;
};

const SPRING = { type: "spring", stiffness: 420, damping: 34 } as const;
/** Past the edge of any screen that shows the deck in the middle. */
const AWAY_PX = 900;
const CLICK_PX_MAX = 6;

const toSide = (direction: Direction): number => (direction === "RIGHT" ? 1 : -1);

const VARIANTS = {
  enter: ({ back, isStill }: DeckMove) =>
    back === null || isStill ? { opacity: 0, scale: 0.94 } : { x: AWAY_PX * toSide(back), opacity: 1, scale: 1 },
  gone: ({ out, isStill }: DeckMove) =>
    isStill
      ? { opacity: 0, transition: { duration: 0.16 } }
      : { x: AWAY_PX * toSide(out), opacity: 0, transition: { duration: 0.34, ease: [0.3, 0, 0.7, 0.4] as const } },
};

/** A card that follows the finger. Only transform and opacity change while it does, and nothing renders. */
export function DeckCard({ job, depth, move, nowMs, titleRef, onSwipe }: DeckCardProps) {
  const isPresent = useIsPresent();
  const isTop = depth === 0 && isPresent;
  const x = useMotionValue(0);
  const isStill = useReducedMotion() === true;
  const rotate = useTransform(x, [-300, 300], isStill ? [0, 0] : [-11, 11]);
  const card = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const draggedPx = useRef(0);
  useEffect(() => {
    return isTop && card.current !== null ? watchJob(card.current, job) : undefined;
  }, [isTop, job]);
  return (
    <m.article
      ref={card}
      aria-labelledby={titleId}
      inert={!isTop}
      className={styles.card}
      style={{ x, rotate, zIndex: isPresent ? 5 - depth : 10 }}
      custom={move}
      variants={VARIANTS}
      initial="enter"
      animate={{ x: 0, opacity: 1, scale: 1 - 0.045 * depth, y: 13 * depth }}
      exit="gone"
      transition={isStill ? { duration: 0 } : SPRING}
      drag={isTop ? "x" : false}
      dragSnapToOrigin
      dragElastic={1}
      dragMomentum={false}
      onPointerDownCapture={() => {
        draggedPx.current = 0;
      }}
      onDrag={(_, { offset }) => {
        draggedPx.current = Math.max(draggedPx.current, Math.abs(offset.x));
      }}
      onDragEnd={(_, { offset, velocity }) => {
        const width = card.current?.offsetWidth ?? 0;
        const direction = decideSwipe({ offset: offset.x, velocity: velocity.x, width });
        if (direction !== null) onSwipe(direction);
      }}
      onClickCapture={(event) => {
        // Letting go over a link is the end of the drag, not a click.
        if (draggedPx.current > CLICK_PX_MAX) {
          event.preventDefault();
          event.stopPropagation();
        }
      }}
    >
      <div className={styles.cardBody}>
        <JobCard job={job} titleId={titleId} titleRef={isTop ? titleRef : undefined} nowMs={nowMs} />
      </div>
      <Stamps x={x} />
    </m.article>
  );
}

/** Says what letting go would mean, the clearer the further the card is. */
function Stamps({ x }: { x: ReturnType<typeof useMotionValue<number>> }) {
  const t = useTranslations("jobs.deck");
  const apply = useTransform(x, [16, 110], [0, 1]);
  const skip = useTransform(x, [-110, -16], [1, 0]);
  return (
    <div aria-hidden="true" className={styles.stamps}>
      <m.span className={styles.stampApply} style={{ opacity: apply }}>
        {t("stampApply")}
      </m.span>
      <m.span className={styles.stampSkip} style={{ opacity: skip }}>
        {t("stampSkip")}
      </m.span>
    </div>
  );
}
