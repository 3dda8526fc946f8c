import type { SafeStorage } from "./safe-storage";

/**
 * Whether what a person does may be recorded. `unknown` until the page has said what the server knows; `opted_out`: their browser asks
 * every site not to.
 */
export type Choice = "unknown" | KnownChoice;
export type KnownChoice = "unasked" | "granted" | "refused" | "opted_out";

type Stored = {
  isGranted: boolean;
  /** The server has been told. */
  isTold: boolean;
};

export type ConsentChoice = {
  get: () => Choice;
  /** What the server knows. It counts more than what this browser remembers, but less than a choice that is still on its way to it. */
  adopt: (known: KnownChoice) => void;
  choose: (isGranted: boolean) => void;
  /** The choice that the server has to be told; null when there is none. */
  findUntold: () => boolean | null;
  /** The server knows: unless the person has changed their mind since. */
  setTold: (isGranted: boolean) => void;
};

export const CONSENT_KEY = "waymark.tracking";

export function openConsentChoice(storage: SafeStorage, navigator: OptOutSignals): ConsentChoice {
  let isKnown = false;
  let isOptedOut = isOptedOutBy(navigator);
  const read = (): Stored | null => {
    const [isGranted, isTold] = (storage.get(CONSENT_KEY) ?? "").split(" ");
    return isGranted === "yes" || isGranted === "no"
      ? { isGranted: isGranted === "yes", isTold: isTold === "told" }
      : null;
  };
  const write = (isGranted: boolean, isTold: boolean) =>
    storage.set(CONSENT_KEY, `${isGranted ? "yes" : "no"} ${isTold ? "told" : "untold"}`);
  const findUntold = () => {
    const stored = read();
    return stored === null || stored.isTold ? null : stored.isGranted;
  };
  return {
    get: () => {
      if (isOptedOut) return "opted_out";
      if (!isKnown) return "unknown";
      const stored = read();
      if (stored === null) return "unasked";
      return stored.isGranted ? "granted" : "refused";
    },
    adopt: (known) => {
      isKnown = true;
      // Something between the page and the server may say so for every page.
      if (known === "opted_out") isOptedOut = true;
      else if (findUntold() !== null) return;
      else if (known === "unasked") storage.remove(CONSENT_KEY);
      else write(known === "granted", true);
    },
    choose: (isGranted) => {
      isKnown = true;
      write(isGranted, false);
    },
    findUntold,
    setTold: (isGranted) => {
      if (findUntold() === isGranted) write(isGranted, true);
    },
  };
}

type OptOutSignals = { globalPrivacyControl?: boolean; doNotTrack?: string | null };

/** Global Privacy Control and Do Not Track. */
function isOptedOutBy(navigator: OptOutSignals): boolean {
  return navigator.globalPrivacyControl === true || navigator.doNotTrack === "1";
}
