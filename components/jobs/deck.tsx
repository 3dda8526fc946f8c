"use client";

import { AnimatePresence, domMax, LazyMotion, useReducedMotion } from "motion/react";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { VISUALLY_HIDDEN } from "@/components/ui/visually-hidden";
import type { DiscoverItem } from "@/lib/contracts/jobs";
import styles from "./deck.module.css";
import { DeckActions } from "./deck-actions";
import { DeckCard, type DeckMove } from "./deck-card";
import { DeckHelp } from "./deck-help";
import type { Direction } from "./swipe-box";
import { useDeckFocus } from "./use-deck-focus";
import { useDeckKeys } from "./use-deck-keys";
import type { Swiping } from "./use-swiping";

type DeckProps = {
  cards: readonly DiscoverItem[];
  swiping: Swiping;
  nowMs: number;
  /** In place of the cards, when there is none. */
  otherwise: ReactNode;
};

/** One on top, and the edges of those that follow. */
const CARDS_SHOWN = 3;

/** Jobs one at a time, to be dragged to a side; the buttons and the keys do the same. */
export function Deck({ cards, swiping, nowMs, otherwise }: DeckProps) {
  const t = useTranslations("jobs.deck");
  const stage = useRef<HTMLDivElement>(null);
  const isStill = useReducedMotion() === true;
  const [hasHelp, setHasHelp] = useState(false);
  const top = cards[0];
  const { titleRef, keepFocus } = useDeckFocus(stage, top?.id);
  const { last } = swiping;
  const swipe = (direction: Direction) => {
    if (top === undefined) return;
    keepFocus();
    swiping.swipe(top, direction);
  };
  const undo = () => {
    keepFocus();
    swiping.undo();
  };
  useDeckKeys({ skip: () => swipe("LEFT"), apply: () => swipe("RIGHT"), undo, help: () => setHasHelp(true) });
  const moveOf = (id: string): DeckMove => ({
    out: last?.direction ?? "LEFT",
    back: last?.kind === "undo" && last.jobId === id ? last.direction : null,
    isStill,
  });
  return (
    <section aria-label={t("label")} className={styles.deck}>
      <p role="status" style={VISUALLY_HIDDEN}>
        <Announcement swiping={swiping} top={top} />
      </p>
      <div ref={stage} className={styles.stage}>
        <LazyMotion features={domMax} strict>
          <AnimatePresence initial={false} custom={moveOf("")}>
            {cards
              .slice(0, CARDS_SHOWN)
              .map((job, depth) => (
                <DeckCard
                  key={job.id}
                  job={job}
                  depth={depth}
                  move={moveOf(job.id)}
                  nowMs={nowMs}
                  titleRef={titleRef}
                  onSwipe={swipe}
                />
              ))
              .reverse()}
          </AnimatePresence>
        </LazyMotion>
        {top === undefined ? <div className={styles.otherwise}>{otherwise}</div> : null}
      </div>
      <DeckActions
        title={top?.title ?? null}
        canUndo={swiping.canUndo}
        onSkip={() => swipe("LEFT")}
        onApply={() => swipe("RIGHT")}
        onUndo={undo}
        onHelp={() => setHasHelp(true)}
      />
      <DeckHelp isOpen={hasHelp} onClose={() => setHasHelp(false)} />
    </section>
  );
}

/** What was done, and what is on top now. */
function Announcement({ swiping: { last }, top }: { swiping: Swiping; top: DiscoverItem | undefined }) {
  const t = useTranslations("jobs.deck");
  const did =
    last === null
      ? ""
      : t(last.kind === "undo" ? "didUndo" : last.direction === "RIGHT" ? "didApply" : "didSkip", last);
  const now =
    top === undefined
      ? t("nowNone")
      : t("now", { title: top.title, company: top.company, points: Math.round(top.score) });
  return <>{`${did} ${now}`.trim()}</>;
}
