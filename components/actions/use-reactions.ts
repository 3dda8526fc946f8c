"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorWords } from "@/components/careers/use-error-words";
import type { ReactionKind, ReactionListReply } from "@/lib/contracts/interactions";
import { newEventId } from "@/lib/web/client/tracking/event-id";
import { getTracker } from "@/lib/web/client/tracking/get-tracker";
import { useActionToast } from "./action-toast";
import {
  REACTIONS_KEY,
  type ReactInput,
  type Reactions,
  type ReactionsByCareer,
  reactionsOptions,
  reactOptions,
  toReactions,
} from "./queries";
import type { ActionSubject } from "./subject";

/** Gives what the server rendered to everything on the page that asks; what the person did since then counts more. */
export function useSeededReactions(items: ReactionListReply["items"]): void {
  const client = useQueryClient();
  // As state and not as an effect, so that the first paint has it.
  useState(() => client.getQueryData(REACTIONS_KEY) ?? client.setQueryData(REACTIONS_KEY, toReactions(items)));
}

const NONE: Reactions = {};

/**
 * How the person stands to a career, and what changes it: shown at once, and taken back with a word about it when it was not kept.
 * What is set is also recorded as something done with the recommendation, where that was agreed to.
 */
export function useReactions(subject: ActionSubject) {
  const { careerCode, recommendationId, surface } = subject;
  const t = useTranslations("cardActions");
  const client = useQueryClient();
  const toast = useActionToast();
  const toWords = useErrorWords();
  const { data: reactions = NONE } = useQuery({ ...reactionsOptions(), select: (all) => all[careerCode] ?? NONE });
  const show = (kind: ReactionKind, one: Reactions[ReactionKind]) =>
    client.setQueryData<ReactionsByCareer>(REACTIONS_KEY, (all = {}) => ({
      ...all,
      [careerCode]: { ...all[careerCode], [kind]: one },
    }));
  const mutation = useMutation({
    ...reactOptions(),
    // One after the other, so that a quick undo cannot overtake what it undoes.
    scope: { id: `react-${careerCode}` },
    onMutate: ({ kind, value, eventId }: ReactInput) => {
      void client.cancelQueries({ queryKey: REACTIONS_KEY });
      const before = client.getQueryData<ReactionsByCareer>(REACTIONS_KEY)?.[careerCode]?.[kind];
      show(kind, value === undefined ? undefined : { value, eventId });
      return before;
    },
    onSuccess: (_reply, { kind, value, eventId }, before) => {
      // On the way to three stars the arrow keys pass one and two: what was not sent yet is not what the person meant.
      if (before?.eventId !== undefined) getTracker().retract(before.eventId);
      if (value === undefined || kind === "ignore" || recommendationId === undefined) return;
      const stars = value === null ? {} : { interaction_value: value };
      getTracker().record({ recommendationId, interaction_type: kind, ...stars, context: { surface }, eventId });
    },
    onError: (error, { kind }, before) => {
      show(kind, before);
      toast(t("failed", { reason: toWords(error) }));
    },
  });
  return {
    reactions,
    set: (kind: ReactionKind, value: number | null = null) =>
      mutation.mutate({ careerCode, kind, value, eventId: newEventId() }),
    unset: (kind: ReactionKind) =>
      mutation.mutate({ careerCode, kind, value: undefined, eventId: reactions[kind]?.eventId }),
  };
}
