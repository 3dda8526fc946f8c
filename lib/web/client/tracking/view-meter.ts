/** How long things are in view while the page is. A glance counts for nothing. */
export type ViewMeter<Key> = {
  setInView: (key: Key, isInView: boolean) => void;
  setPageVisible: (isVisible: boolean) => void;
  /** Ends the count of one and starts it anew. @returns seconds seen; 0 when never for long enough */
  take: (key: Key) => number;
  /** Measures it no longer. */
  forget: (key: Key) => void;
};

/** The shortest look that counts, in ms. */
export const LOOK_MS_MIN = 1000;

type Measured = { isInView: boolean; sinceMs: number; seenMs: number };

/** @param nowMs  a clock that nobody can set, unlike the time of day */
export function createViewMeter<Key>(nowMs: () => number, isPageVisible: boolean): ViewMeter<Key> {
  const measured = new Map<Key, Measured>();
  let isVisible = isPageVisible;

  const settle = (one: Measured) => {
    const lookMs = nowMs() - one.sinceMs;
    if (one.isInView && isVisible && lookMs > LOOK_MS_MIN) one.seenMs += lookMs;
    one.sinceMs = nowMs();
  };
  return {
    setInView: (key, isInView) => {
      const one = measured.get(key) ?? { isInView: false, sinceMs: nowMs(), seenMs: 0 };
      measured.set(key, one);
      // Told again while nothing changed, the look goes on.
      if (one.isInView === isInView) return;
      settle(one);
      one.isInView = isInView;
    },
    setPageVisible: (next) => {
      if (next === isVisible) return;
      for (const one of measured.values()) settle(one);
      isVisible = next;
    },
    take: (key) => {
      const one = measured.get(key);
      if (one === undefined) return 0;
      settle(one);
      const { seenMs } = one;
      one.seenMs = 0;
      return seenMs / 1000;
    },
    forget: (key) => {
      measured.delete(key);
    },
  };
}
