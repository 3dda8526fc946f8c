"use client";

import Button from "@mui/material/Button";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorWords } from "@/components/careers/use-error-words";
import { useToast } from "@/components/ui/toast";
import type { AdminCareerReply, AdminCareerSummary } from "@/lib/contracts/admin-careers";
import { saveCareerOptions } from "./queries";

type ToggleCareerProps = {
  career: Pick<AdminCareerSummary, "code" | "title" | "isActive">;
  isSmall?: boolean;
  onDone?: (career: AdminCareerReply) => void;
};

/** Takes a career out of search, lists and recommendations, or brings it back; at once, and with a way back. */
export function ToggleCareer({ career, isSmall = false, onDone }: ToggleCareerProps) {
  const t = useTranslations("admin.careers");
  const toast = useToast();
  const toWords = useErrorWords();
  const { mutateAsync, isPending } = useMutation(saveCareerOptions(useQueryClient()));
  const { code, title, isActive } = career;
  const set = async (next: boolean, canUndo: boolean): Promise<void> => {
    try {
      const changed = await mutateAsync({ code, body: { isActive: next } });
      onDone?.(changed);
      const text = t(next ? "activated" : "deactivated", { title });
      toast({ text, ...(canUndo ? { onUndo: () => void set(!next, false) } : {}) });
    } catch (error) {
      toast({ text: toWords(error), tone: "bad" });
    }
  };
  return (
    <Button
      variant="outlined"
      size={isSmall ? "small" : "medium"}
      aria-disabled={isPending || undefined}
      aria-label={t(isActive ? "deactivateNamed" : "activateNamed", { title })}
      onClick={() => {
        if (!isPending) void set(!isActive, true);
      }}
    >
      {t(isActive ? "deactivate" : "activate")}
    </Button>
  );
}
