"use client";

import Button from "@mui/material/Button";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorWords } from "@/components/careers/use-error-words";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import type { Person } from "@/lib/contracts/admin";
import styles from "./admin.module.css";
import { temporaryPasswordOptions } from "./queries";

type TemporaryPasswordProps = { isOpen: boolean; person: Person; onClose: () => void };

/** Replaces somebody's password and shows the new one, once. */
export function TemporaryPassword({ isOpen, person, onClose }: TemporaryPasswordProps) {
  const t = useTranslations("admin.people");
  const toast = useToast();
  const toWords = useErrorWords();
  const { mutateAsync, isPending, data, reset } = useMutation(temporaryPasswordOptions(useQueryClient()));
  const [isCopied, setIsCopied] = useState(false);
  const close = () => {
    reset();
    setIsCopied(false);
    onClose();
  };
  const make = async (): Promise<void> => {
    try {
      await mutateAsync(person.id);
    } catch (error) {
      toast({ text: toWords(error), tone: "bad" });
      close();
    }
  };
  const copy = async (password: string): Promise<void> => {
    // Without permission it stays selected by one click, as the text says.
    await navigator.clipboard.writeText(password).then(
      () => setIsCopied(true),
      () => undefined,
    );
  };
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t("passwordTitle", { name: person.email ?? person.id })}
      confirmLabel={t(data === undefined ? "passwordConfirm" : "passwordDone")}
      isDangerous={data === undefined}
      isPending={isPending}
      onConfirm={() => (data === undefined ? void make() : close())}
      onClose={close}
    >
      {data === undefined ? (
        <p>{t("passwordText")}</p>
      ) : (
        <>
          <p>{t("passwordMade")}</p>
          <div className={styles.secret}>
            <code>{data.temporaryPassword}</code>
            <Button variant="outlined" size="small" onClick={() => void copy(data.temporaryPassword)}>
              {t(isCopied ? "copied" : "copy")}
            </Button>
          </div>
        </>
      )}
    </ConfirmDialog>
  );
}
