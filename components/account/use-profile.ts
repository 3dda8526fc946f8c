"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { MeReply } from "@/lib/contracts/me";
import { getChanges, mergeReply, type ProfileDraft, toDraft } from "./profile-changes";
import { updateMeOptions } from "./queries";

export type SaveState =
  | { kind: "idle" | "saving" | "undone" }
  /** `before` is what Undo goes back to. */
  | { kind: "saved"; before: ProfileDraft }
  | { kind: "failed"; error: unknown };

/**
 * A profile being edited. Saving shows as done at once and goes on in the background; when it fails, the changes are unsaved again and
 * still there.
 */
export function useProfile(me: MeReply) {
  const [saved, setSaved] = useState(() => toDraft(me));
  const [draft, setDraft] = useState(saved);
  const [state, setState] = useState<SaveState>({ kind: "idle" });
  const { mutateAsync } = useMutation(updateMeOptions());
  const isDirty = Object.keys(getChanges(saved, draft)).length > 0;
  /** @returns whether the server has it */
  const store = async (next: ProfileDraft, done: SaveState): Promise<boolean> => {
    setSaved(next);
    setState({ kind: "saving" });
    try {
      const reply = toDraft(await mutateAsync(getChanges(saved, next)));
      setSaved(reply);
      setDraft((current) => mergeReply(current, next, reply));
      setState(done);
      return true;
    } catch (error) {
      setSaved(saved);
      setState({ kind: "failed", error });
      return false;
    }
  };
  return {
    draft,
    state,
    isDirty,
    edit: (part: Partial<ProfileDraft>) => setDraft((current) => ({ ...current, ...part })),
    discard: () => {
      setDraft(saved);
      setState({ kind: "idle" });
    },
    save: (): Promise<boolean> => {
      if (state.kind === "saving") return Promise.resolve(false);
      return isDirty ? store(draft, { kind: "saved", before: saved }) : Promise.resolve(true);
    },
    undo: (before: ProfileDraft) => {
      setDraft(before);
      return store(before, { kind: "undone" });
    },
  };
}
