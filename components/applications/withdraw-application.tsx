"use client";

import Button from "@mui/material/Button";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useErrorWords } from "@/components/careers/use-error-words";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import type { ApplicationDetailReply } from "@/lib/contracts/applications";
import { applicationOptions, withdrawOptions } from "./queries";

/** Takes the application back, after a question: there is no button to undo it. Not once the employer has decided. */
export function WithdrawApplication({ application }: { application: ApplicationDetailReply }) {
  const t = useTranslations("applications.detail");
  const toWords = useErrorWords();
  const client = useQueryClient();
  const toast = useToast();
  const [isAsked, setIsAsked] = useState(false);
  const { id, job, status, withdrawnAt } = application;
  const { queryKey } = applicationOptions(id);
  const isOver = withdrawnAt !== null || status === "HIRED" || status === "REJECTED";
  const wasPressed = useRef(false);
  useEffect(() => {
    // The button that was pressed is gone: the focus goes on to what it changed.
    if (isOver && wasPressed.current) document.getElementById("way")?.focus();
  }, [isOver]);
  const withdraw = useMutation({
    ...withdrawOptions(id),
    onSuccess: (reply) => {
      client.setQueryData(queryKey, reply);
      toast({ text: t("withdrawDone") });
    },
    onError: (error) => {
      toast({ text: t("withdrawFailed", { reason: toWords(error) }), tone: "bad" });
      void client.invalidateQueries({ queryKey });
    },
    onSettled: () => setIsAsked(false),
  });
  if (isOver) return null;
  return (
    <>
      <Button variant="outlined" color="error" onClick={() => setIsAsked(true)}>
        {t("withdraw")}
      </Button>
      <ConfirmDialog
        isOpen={isAsked}
        title={t("withdrawTitle")}
        confirmLabel={t("withdrawConfirm")}
        isDangerous
        isPending={withdraw.isPending}
        onConfirm={() => {
          wasPressed.current = true;
          withdraw.mutate();
        }}
        onClose={() => setIsAsked(false)}
      >
        <p>{t("withdrawText", { company: job.company })}</p>
      </ConfirmDialog>
    </>
  );
}
