"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorWords } from "@/components/careers/use-error-words";
import { useToast } from "@/components/ui/toast";
import type { AdminCareerReply } from "@/lib/contracts/admin-careers";
import type { CareerBody } from "./career-form-values";
import { saveCareerOptions } from "./queries";

/** Puts fields back as they were before a save. */
export function useRestoreCareer() {
  const t = useTranslations("admin.form");
  const toast = useToast();
  const toWords = useErrorWords();
  const { mutateAsync } = useMutation(saveCareerOptions(useQueryClient()));
  return async (code: string, before: CareerBody, onRestored: (career: AdminCareerReply) => void): Promise<void> => {
    try {
      onRestored(await mutateAsync({ code, body: before }));
      toast({ text: t("undone") });
    } catch (error) {
      toast({ text: toWords(error), tone: "bad" });
    }
  };
}
