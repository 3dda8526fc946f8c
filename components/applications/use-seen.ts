"use client";

import { useEffect, useSyncExternalStore } from "react";
import type { Application } from "@/lib/contracts/applications";

const KEY = "waymark.seen";
const ENTRIES_MAX = 500;
const NOTHING: Seen = {};

/** When the newest change was that somebody looked at, by application. */
type Seen = Readonly<Record<string, number>>;

let kept: { text: string | null; seen: Seen } = { text: null, seen: NOTHING };

function readSeen(): Seen {
  try {
    const text = window.localStorage.getItem(KEY);
    if (text !== kept.text) kept = { text, seen: text === null ? NOTHING : toSeen(JSON.parse(text)) };
  } catch {
    // Switched off, or not ours: then nothing has been looked at.
    kept = { text: kept.text, seen: NOTHING };
  }
  return kept.seen;
}

function toSeen(value: unknown): Seen {
  if (typeof value !== "object" || value === null) return NOTHING;
  return Object.fromEntries(Object.entries(value).filter(([, ms]) => typeof ms === "number"));
}

function noteSeen(id: string, ms: number): void {
  const entries = Object.entries({ ...readSeen(), [id]: ms }).sort(([, a], [, b]) => b - a);
  try {
    window.localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(entries.slice(0, ENTRIES_MAX))));
  } catch {
    // Full, or switched off: then it stays marked as new.
  }
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener("storage", onChange);
  return () => window.removeEventListener("storage", onChange);
}

/** Whether the employer did something with an application that was not looked at in this browser yet. */
export function useIsNew(): (application: Application) => boolean {
  const seen = useSyncExternalStore(subscribe, readSeen, () => null);
  return ({ id, lastEvent }) =>
    seen !== null && lastEvent?.actor === "employer" && Date.parse(lastEvent.createdAt) > (seen[id] ?? 0);
}

/** Counts everything up to now as looked at. */
export function useNoteSeen({ id, lastEvent }: Application): void {
  const latestMs = lastEvent === null ? 0 : Date.parse(lastEvent.createdAt);
  useEffect(() => noteSeen(id, latestMs), [id, latestMs]);
}
