"use client";

import { useRef, useState } from "react";

type Outcome = { kind: "saved" } | { kind: "failed"; error: unknown };

/**
 * A switch that shows its new state at once and goes back when it could not be stored.
 * @param store  stores a state for good
 */
export function useStoredSwitch(initial: boolean, store: (isOn: boolean) => Promise<unknown>) {
  const [isOn, setIsOn] = useState(initial);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  // One call after the other, so that the last one decides; only its outcome counts.
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const stored = useRef(initial);
  const turns = useRef(0);
  const change = (next: boolean) => {
    turns.current += 1;
    const turn = turns.current;
    setIsOn(next);
    setOutcome(null);
    queue.current = queue.current.then(async () => {
      const result = await tryStore(next, store);
      if (result.kind === "saved") stored.current = next;
      if (turn !== turns.current) return;
      setIsOn(stored.current);
      setOutcome(result);
    });
  };
  return { isOn, outcome, change };
}

const tryStore = (isOn: boolean, store: (isOn: boolean) => Promise<unknown>): Promise<Outcome> =>
  store(isOn).then(
    () => ({ kind: "saved" }),
    (error: unknown) => ({ kind: "failed", error }),
  );
