import { logger } from "./logger";

/** Work that no reply waits for. */
export type Background = {
  /** Starts it at once. A failure is logged and concerns nobody else. */
  run: (what: string, work: () => Promise<unknown>) => void;
  /** Says to what takes long that it should end: the process does. */
  stopping: AbortSignal;
  stop: () => void;
  /** Resolves when everything started so far is over. */
  settle: () => Promise<void>;
};

export function makeBackground(): Background {
  const underWay = new Set<Promise<void>>();
  const stopping = new AbortController();
  return {
    stopping: stopping.signal,
    stop: () => stopping.abort(),
    run: (what, work) => {
      const done = work()
        .catch((error: unknown) => logger.error({ err: error }, `${what} failed`))
        .then(() => {
          underWay.delete(done);
        });
      underWay.add(done);
    },
    settle: async () => {
      await Promise.all(underWay);
    },
  };
}
