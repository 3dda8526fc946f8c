"use client";

import { useMemo } from "react";
import type { JobSummary, SwipeReason } from "@/lib/contracts/jobs";
import type { Direction } from "./swipe-box";
import { type Decided, getSwipeStore, type SwipeState, useSwipes } from "./swipe-store";

export type Swiping = SwipeState & {
  swipe: (job: Pick<JobSummary, "id" | "title">, direction: Direction, reasons?: readonly SwipeReason[]) => void;
  undo: (swipe?: Decided) => void;
  canUndo: boolean;
};

/** What was decided, and the ways to decide: each shows at once, and is sent as soon as it can be. */
export function useSwiping(owner: string): Swiping {
  const state = useSwipes(owner);
  const acts = useMemo(
    () => ({
      swipe: (...args: Parameters<Swiping["swipe"]>) => getSwipeStore(owner).swipe(...args),
      undo: (swipe?: Decided) => void getSwipeStore(owner).undo(swipe),
    }),
    [owner],
  );
  return { ...state, ...acts, canUndo: state.history.length > 0 };
}
