import { type ViewWatcher, watchViews } from "./view-watcher";

/** What an element shows, and where. */
export type Subject = { recommendationId: string; surface: string };

export type SubjectEvent = Subject & ({ kind: "view"; seconds: number } | { kind: "click"; target: string });

export type SubjectWatcher = {
  /** Tells of clicks on what is marked with data-click in it, and of views while they are measured. @returns the end of it */
  watch: (element: HTMLElement, subject: Subject) => () => void;
  startViews: () => void;
  /** Forgets what was seen. */
  stopViews: () => void;
  hide: () => void;
  show: () => void;
};

/** Knows which element shows which recommendation, and tells what happens to it. */
export function watchSubjects(win: Window & typeof globalThis, onEvent: (event: SubjectEvent) => void): SubjectWatcher {
  const subjects = new Map<Element, Subject>();
  let views: ViewWatcher | null = null;
  return {
    watch: (element, subject) => {
      subjects.set(element, subject);
      views?.watch(element);
      const end = listenForClicks(element, (target) => onEvent({ ...subject, kind: "click", target }));
      return () => {
        end();
        views?.unwatch(element);
        subjects.delete(element);
      };
    },
    startViews: () => {
      if (views !== null || !("IntersectionObserver" in win)) return;
      views = watchViews(win, (element, seconds) => {
        const subject = subjects.get(element);
        if (subject !== undefined) onEvent({ ...subject, kind: "view", seconds });
      });
      for (const element of subjects.keys()) views.watch(element);
    },
    stopViews: () => {
      views?.stop();
      views = null;
    },
    hide: () => views?.hide(),
    show: () => views?.show(),
  };
}

/** Opening a link in a new tab with the middle button is a click too. */
function listenForClicks(element: HTMLElement, onClick: (target: string) => void): () => void {
  const listen = ({ type, button, target }: MouseEvent) => {
    if (type === "auxclick" && button !== 1) return;
    const clicked = (target as Element | null)?.closest<HTMLElement>("[data-click]");
    if (clicked && element.contains(clicked)) onClick(clicked.dataset.click ?? "");
  };
  element.addEventListener("click", listen);
  element.addEventListener("auxclick", listen);
  return () => {
    element.removeEventListener("click", listen);
    element.removeEventListener("auxclick", listen);
  };
}
