/** The browser's storage without its exceptions: what it does not take is kept for as long as the page lives. */
export type SafeStorage = {
  get: (key: string) => string | null;
  set: (key: string, text: string) => void;
  remove: (key: string) => void;
  /** Keys that start so, in no order. */
  keys: (prefix: string) => string[];
};

/** @param open  may throw: asking for the storage alone does where cookies are blocked */
export function openSafeStorage(open: () => Storage): SafeStorage {
  /** What differs from the storage, since that did not take it; null for what is to be gone. */
  const kept = new Map<string, string | null>();
  const attempt = <Value>(work: (storage: Storage) => Value, otherwise: Value): Value => {
    try {
      return work(open());
    } catch {
      return otherwise;
    }
  };
  const change = (key: string, text: string | null, work: (storage: Storage) => void) => {
    kept.set(key, text);
    attempt((storage) => {
      work(storage);
      kept.delete(key);
    }, undefined);
  };
  return {
    get: (key) => {
      const text = kept.get(key);
      return text === undefined ? attempt((storage) => storage.getItem(key), null) : text;
    },
    set: (key, text) => change(key, text, (storage) => storage.setItem(key, text)),
    remove: (key) => change(key, null, (storage) => storage.removeItem(key)),
    keys: (prefix) => {
      const stored = attempt((storage) => Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? ""), []);
      return [...new Set([...stored, ...kept.keys()])].filter(
        (key) => key.startsWith(prefix) && kept.get(key) !== null,
      );
    },
  };
}
