"use client";

import BookmarkBorderRounded from "@mui/icons-material/BookmarkBorderRounded";
import BookmarkRounded from "@mui/icons-material/BookmarkRounded";
import Button from "@mui/material/Button";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorWords } from "@/components/careers/use-error-words";
import { useActionToast } from "./action-toast";
import { saveCareerOptions, savedOptions } from "./queries";
import type { ActionSubject } from "./subject";

type SaveButtonProps = { subject: ActionSubject; isSaved: boolean };

/** Keeps a career for later. It shows the new state at once, offers to take it back, and goes back by itself when saving failed. */
export function SaveButton({ subject, isSaved }: SaveButtonProps) {
  const { career, careerCode } = subject;
  const t = useTranslations("results");
  const toWords = useErrorWords();
  const client = useQueryClient();
  const toast = useActionToast();
  const { data: saved, isSaving, setSaved } = useSaved(subject, isSaved);
  const toggle = () => {
    // Read from the cache, since the undo button may outlive the render that made it.
    const next = client.getQueryData(savedOptions(careerCode, isSaved).queryKey) !== true;
    toast(t(next ? "savedToast" : "unsavedToast", { career }), toggle);
    setSaved(next, (error) => toast(t("saveFailed", { reason: toWords(error) })));
  };
  return (
    <Button
      variant={saved ? "contained" : "outlined"}
      size="small"
      onClick={toggle}
      aria-pressed={saved}
      aria-label={`${t(saved ? "saved" : "save")}: ${career}`}
      aria-busy={isSaving}
      startIcon={saved ? <BookmarkRounded /> : <BookmarkBorderRounded />}
      sx={{ minHeight: 44, "@media print": { display: "none" } }}
    >
      {t(saved ? "saved" : "save")}
    </Button>
  );
}

function useSaved({ sessionId, careerCode }: ActionSubject, isSaved: boolean) {
  const client = useQueryClient();
  const options = savedOptions(careerCode, isSaved);
  const { data } = useQuery(options);
  const mutation = useMutation({
    ...saveCareerOptions(),
    // One after the other, so that a quick undo cannot overtake the save that it undoes.
    scope: { id: `save-${careerCode}` },
    // Here and not at the call, since a call's own callbacks are dropped when the card has left the page.
    onError: (_error, { saved }) => client.setQueryData(options.queryKey, saved === false),
  });
  const setSaved = (next: boolean, onError: (error: unknown) => void) => {
    client.setQueryData(options.queryKey, next);
    mutation.mutate({ sessionId, careerCode, saved: next }, { onError });
  };
  return { data, isSaving: mutation.isPending, setSaved };
}
