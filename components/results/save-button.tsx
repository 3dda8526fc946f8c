"use client";

import BookmarkBorderRounded from "@mui/icons-material/BookmarkBorderRounded";
import BookmarkRounded from "@mui/icons-material/BookmarkRounded";
import Button from "@mui/material/Button";
import Snackbar from "@mui/material/Snackbar";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorWords } from "@/components/careers/use-error-words";
import { saveCareerOptions, savedOptions } from "./queries";

type SaveButtonProps = { sessionId: string; careerCode: string; career: string; isSaved: boolean };
type Toast = { key: number; text: string; canUndo: boolean };

const TOAST_MS = 6000;

/** Keeps a career for later. It shows the new state at once, offers to take it back, and goes back by itself when saving failed. */
export function SaveButton({ sessionId, careerCode, career, isSaved }: SaveButtonProps) {
  const t = useTranslations("results");
  const toWords = useErrorWords();
  const client = useQueryClient();
  const { data: saved, isSaving, setSaved } = useSaved(sessionId, careerCode, isSaved);
  const [toast, setToast] = useState<Toast | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const show = (text: string, canUndo: boolean) => {
    setToast((last) => ({ key: (last?.key ?? 0) + 1, text, canUndo }));
    setIsOpen(true);
  };
  const toggle = () => {
    // Read from the cache, since the undo button may outlive the render that made it.
    const next = client.getQueryData(savedOptions(sessionId, careerCode, isSaved).queryKey) !== true;
    show(t(next ? "savedToast" : "unsavedToast", { career }), true);
    setSaved(next, (error) => show(t("saveFailed", { reason: toWords(error) }), false));
  };
  return (
    <>
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
      {toast === null ? null : (
        <Snackbar
          key={toast.key}
          open={isOpen}
          autoHideDuration={TOAST_MS}
          onClose={(_, reason) => {
            if (reason !== "clickaway") setIsOpen(false);
          }}
          message={toast.text}
          action={
            toast.canUndo ? (
              <Button color="inherit" size="small" onClick={toggle} sx={{ textDecoration: "underline" }}>
                {t("undo")}
              </Button>
            ) : undefined
          }
        />
      )}
    </>
  );
}

function useSaved(sessionId: string, careerCode: string, isSaved: boolean) {
  const client = useQueryClient();
  const options = savedOptions(sessionId, careerCode, isSaved);
  const { data } = useQuery(options);
  const mutation = useMutation({
    ...saveCareerOptions(),
    // One after the other, so that a quick undo cannot overtake the save that it undoes.
    scope: { id: `save-${sessionId}-${careerCode}` },
    // Here and not at the call, since a call's own callbacks are dropped when the card has left the page.
    onError: (_error, { saved }) => client.setQueryData(options.queryKey, saved === false),
  });
  const setSaved = (next: boolean, onError: (error: unknown) => void) => {
    client.setQueryData(options.queryKey, next);
    mutation.mutate({ sessionId, careerCode, saved: next }, { onError });
  };
  return { data, isSaving: mutation.isPending, setSaved };
}
