"use client";

import { useEffect, useRef, useState } from "react";
import { createNoteSaver, type NoteSaver, type NoteStatus } from "./note-saver";

export type Note = {
  text: string;
  status: NoteStatus;
  error: unknown;
  change: (text: string) => void;
  /** Sends what waits now, such as when the field is left. */
  flush: () => void;
  /** Sends nothing any more; resolves when nothing is on its way. */
  drop: () => Promise<void>;
};

type NoteOptions = {
  /** Names the draft that waits in this browser: of one person's note on one thing. */
  key: string;
  /** As it was stored last. */
  note: string;
  send: (note: string, isLeaving: boolean) => Promise<unknown>;
};

/** A note that saves itself. What was typed and did not arrive, even before a reload, is shown and sent again. */
export function useNote({ key, note, send }: NoteOptions): Note {
  const [text, setText] = useState(note);
  const [{ status, error }, setState] = useState<{ status: NoteStatus; error: unknown }>({
    status: "idle",
    error: null,
  });
  const saver = useRef<NoteSaver | null>(null);
  const sender = useRef(send);
  sender.current = send;
  const initial = useRef(note);

  useEffect(() => {
    const made = createNoteSaver({
      key: `waymark.note.${key}`,
      storage: findStorage(),
      send: (sent, isLeaving) => sender.current(sent, isLeaving),
      onStatus: (next, cause) => setState({ status: next, error: cause }),
    });
    saver.current = made;
    const draft = made.findDraft();
    if (draft !== null && draft !== initial.current) {
      setText(draft);
      made.change(draft);
    }
    const retry = () => made.flush();
    const leave = () => {
      if (document.visibilityState === "hidden") made.flush(true);
    };
    window.addEventListener("online", retry);
    document.addEventListener("visibilitychange", leave);
    return () => {
      window.removeEventListener("online", retry);
      document.removeEventListener("visibilitychange", leave);
      made.close();
    };
  }, [key]);

  // Changed elsewhere: shown, unless something was typed here since.
  useEffect(() => {
    if (saver.current?.isIdle()) setText(note);
  }, [note]);

  return {
    text,
    status,
    error,
    change: (next) => {
      setText(next);
      saver.current?.change(next);
    },
    flush: () => saver.current?.flush(),
    drop: async () => saver.current?.drop(),
  };
}

function findStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
