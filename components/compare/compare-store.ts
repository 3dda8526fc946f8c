"use client";

import { useSyncExternalStore } from "react";
import { COMPARED_MAX } from "./compare-url";

/** A career that somebody put aside to compare. */
export type Chosen = { code: string; title: string };

const KEY = "waymark.compare";
const NONE: readonly Chosen[] = [];

let chosen: readonly Chosen[] | null = null;
const listeners = new Set<() => void>();

function read(): readonly Chosen[] {
  try {
    const stored: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(stored) ? stored.filter(isChosen).slice(0, COMPARED_MAX) : NONE;
  } catch {
    // No storage, or what is in it is not ours: nothing is chosen.
    return NONE;
  }
}

const isChosen = (value: unknown): value is Chosen =>
  typeof value === "object" &&
  value !== null &&
  "code" in value &&
  typeof value.code === "string" &&
  "title" in value &&
  typeof value.title === "string";

function write(next: readonly Chosen[]): void {
  chosen = next;
  try {
    window.localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // Then the choice lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  const follow = (event: StorageEvent) => {
    if (event.key !== KEY && event.key !== null) return;
    chosen = null;
    listener();
  };
  listeners.add(listener);
  window.addEventListener("storage", follow);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", follow);
  };
}

const get = (): readonly Chosen[] => {
  chosen ??= read();
  return chosen;
};

/** Careers chosen to be compared, kept in this browser, the same in all its tabs. */
export function useChosen(): readonly Chosen[] {
  return useSyncExternalStore(subscribe, get, () => NONE);
}

/** @returns false when there are four already */
export function choose(career: Chosen): boolean {
  const last = get();
  if (last.some(({ code }) => code === career.code)) return true;
  if (last.length >= COMPARED_MAX) return false;
  write([...last, career]);
  return true;
}

export function unchoose(code: string): void {
  write(get().filter((career) => career.code !== code));
}

export function unchooseAll(): void {
  write(NONE);
}
