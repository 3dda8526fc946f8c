"use client";

import Button from "@mui/material/Button";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorWords } from "@/components/careers/use-error-words";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import type { AccountRole, Person } from "@/lib/contracts/admin";
import { changePersonOptions } from "./queries";
import { RoleDialog } from "./role-dialog";
import table from "./table.module.css";
import { TemporaryPassword } from "./temporary-password";

/** What can be done with an account. All of it ends the account's sessions, so all of it asks first. */
export function PersonActions({ person }: { person: Person }) {
  const t = useTranslations("admin.people");
  const toast = useToast();
  const toWords = useErrorWords();
  const [open, setOpen] = useState<"role" | "lock" | "password" | null>(null);
  const { mutateAsync, isPending } = useMutation(changePersonOptions(useQueryClient()));
  const name = person.email ?? person.id;
  const close = () => setOpen(null);
  const change = async (part: { role?: AccountRole; locked?: boolean }, done: string): Promise<void> => {
    try {
      await mutateAsync({ id: person.id, ...part });
      toast({ text: done });
    } catch (error) {
      toast({ text: toWords(error), tone: "bad" });
    } finally {
      close();
    }
  };
  return (
    <div className={table.actions}>
      <Button size="small" variant="outlined" aria-label={t("roleNamed", { name })} onClick={() => setOpen("role")}>
        {t("changeRole")}
      </Button>
      <Button
        size="small"
        variant="outlined"
        aria-label={t(person.isLocked ? "unlockNamed" : "lockNamed", { name })}
        onClick={() => (person.isLocked ? void change({ locked: false }, t("unlocked", { name })) : setOpen("lock"))}
      >
        {t(person.isLocked ? "unlock" : "lock")}
      </Button>
      <Button
        size="small"
        variant="outlined"
        aria-label={t("passwordNamed", { name })}
        onClick={() => setOpen("password")}
      >
        {t("password")}
      </Button>
      <RoleDialog
        isOpen={open === "role"}
        person={person}
        isPending={isPending}
        onChoose={(role) => void change({ role }, t("roleChanged", { name, role: t(`roleOption.${role}`) }))}
        onClose={close}
      />
      <ConfirmDialog
        isOpen={open === "lock"}
        title={t("lockTitle", { name })}
        confirmLabel={t("lock")}
        isDangerous
        isPending={isPending}
        onConfirm={() => void change({ locked: true }, t("lockedDone", { name }))}
        onClose={close}
      >
        <p>{t("lockText")}</p>
      </ConfirmDialog>
      <TemporaryPassword isOpen={open === "password"} person={person} onClose={close} />
    </div>
  );
}
