"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useActionToast } from "@/components/actions/action-toast";
import { savedOptions } from "@/components/actions/queries";
import { useErrorWords } from "@/components/careers/use-error-words";
import type { SavedCareer, SavedCareersReply } from "@/lib/contracts/saved";
import { putSavedCareerOptions, renameListOptions, savedCareersOptions } from "./queries";

/** The saved careers with what can be done to them: each change shows at once, and is taken back when it did not reach the server. */
export function useSaved(initial: SavedCareersReply, isKnown: boolean) {
  const t = useTranslations("saved");
  const toWords = useErrorWords();
  const client = useQueryClient();
  const { queryKey } = savedCareersOptions();
  // Of somebody seen for the first time there is nothing to ask for.
  const query = useQuery({
    ...savedCareersOptions(),
    initialData: initial,
    refetchOnMount: "always",
    enabled: isKnown,
  });
  const show = useActionToast();
  // One after the other, so that a quick undo cannot overtake what it undoes.
  const put = useMutation({ ...putSavedCareerOptions(), scope: { id: "saved-careers" } });
  const rename = useMutation({ ...renameListOptions(), scope: { id: "saved-careers" } });

  const change = (update: (items: SavedCareer[]) => SavedCareer[]) =>
    client.setQueryData(queryKey, (last) => (last === undefined ? last : { ...last, items: update(last.items) }));
  /** Whatever was on its way when somebody changed something is older than the change. */
  const changeFirst = async (update: (items: SavedCareer[]) => SavedCareer[]) => {
    await client.cancelQueries({ queryKey });
    change(update);
  };
  const failed = (error: unknown) => {
    show(t("failed", { reason: toWords(error) }));
    void client.invalidateQueries({ queryKey });
  };

  const setListOf = (careerCode: string, list: string) => (items: SavedCareer[]) =>
    items.map((item) => (item.careerCode === careerCode ? { ...item, list } : item));

  const move = async (item: SavedCareer, list: string) => {
    const { careerCode } = item;
    await changeFirst(setListOf(careerCode, list));
    const undo = (error: unknown) => {
      change(setListOf(careerCode, item.list));
      failed(error);
    };
    put.mutate({ careerCode, change: { list } }, { onError: undo });
  };

  const restore = async (item: SavedCareer) => {
    const { careerCode, list, note } = item;
    await changeFirst((items) => [...items.filter((other) => other.careerCode !== careerCode), item]);
    client.setQueryData(savedOptions(careerCode, true).queryKey, true);
    put.mutate({ careerCode, change: { list, note } }, { onError: failed });
  };

  const remove = async (item: SavedCareer) => {
    const { careerCode, title } = item;
    await changeFirst((items) => items.filter((other) => other.careerCode !== careerCode));
    // The buttons of other pages show the same.
    client.setQueryData(savedOptions(careerCode, false).queryKey, false);
    show(t("removed", { title }), () => void restore(item));
    const undo = (error: unknown) => {
      change((items) => [...items, item]);
      client.setQueryData(savedOptions(careerCode, true).queryKey, true);
      failed(error);
    };
    put.mutate({ careerCode, change: null }, { onError: undo });
  };

  const renameList = async (from: string, to: string) => {
    if (from === to) return;
    await changeFirst((items) => items.map((item) => (item.list === from ? { ...item, list: to } : item)));
    rename.mutate({ from, to }, { onError: failed });
  };

  const keepNote = (careerCode: string, note: string) =>
    change((items) => items.map((item) => (item.careerCode === careerCode ? { ...item, note } : item)));

  return {
    items: query.data.items,
    error: query.error,
    refetch: query.refetch,
    move,
    remove,
    renameList,
    keepNote,
  };
}
