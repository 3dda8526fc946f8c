import { createViewMeter } from "./view-meter";

export type ViewWatcher = {
  watch: (element: Element) => void;
  /** Tells of what was seen of it. */
  unwatch: (element: Element) => void;
  /** The page goes out of sight: tells of everything that was seen. */
  hide: () => void;
  show: () => void;
  /** Forgets what was seen. */
  stop: () => void;
};

/** Half of it, or half of the screen where it is so tall that half of it never fits. */
const SHARE_MIN = 0.5;
const THRESHOLDS = Array.from({ length: 21 }, (_, i) => i / 20);
/** A longer view says that the page was left open. */
const VIEW_SECONDS_MAX = 1800;

type WatcherWindow = Pick<typeof globalThis, "IntersectionObserver" | "document" | "innerHeight">;

/** Tells how long elements are in view. */
export function watchViews(win: WatcherWindow, onView: (element: Element, seconds: number) => void): ViewWatcher {
  const elements = new Set<Element>();
  const meter = createViewMeter<Element>(() => performance.now(), win.document.visibilityState === "visible");
  const observer = new win.IntersectionObserver(
    (entries) => {
      for (const entry of entries) meter.setInView(entry.target, isInView(entry, win.innerHeight));
    },
    { threshold: THRESHOLDS },
  );
  const tell = (element: Element) => {
    const seconds = Math.min(VIEW_SECONDS_MAX, meter.take(element));
    if (seconds > 0) onView(element, Math.round(seconds * 10) / 10);
  };
  return {
    watch: (element) => {
      elements.add(element);
      observer.observe(element);
    },
    unwatch: (element) => {
      observer.unobserve(element);
      tell(element);
      meter.forget(element);
      elements.delete(element);
    },
    hide: () => {
      meter.setPageVisible(false);
      for (const element of elements) tell(element);
    },
    show: () => meter.setPageVisible(true),
    stop: () => observer.disconnect(),
  };
}

function isInView(
  { intersectionRatio, intersectionRect, rootBounds }: IntersectionObserverEntry,
  height: number,
): boolean {
  return intersectionRatio >= SHARE_MIN || intersectionRect.height >= SHARE_MIN * (rootBounds?.height ?? height);
}
