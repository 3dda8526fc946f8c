"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FilterSelect } from "@/components/careers/filter-select";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { AccountRole, Person } from "@/lib/contracts/admin";
import { ACCOUNT_ROLE_CHOICES } from "./people-address";

type RoleDialogProps = {
  isOpen: boolean;
  person: Person;
  isPending: boolean;
  onChoose: (role: AccountRole) => void;
  onClose: () => void;
};

/** Chooses another role for an account. */
export function RoleDialog({ isOpen, person, isPending, onChoose, onClose }: RoleDialogProps) {
  const t = useTranslations("admin.people");
  const [chosen, setChosen] = useState<AccountRole | null>(null);
  const role = ACCOUNT_ROLE_CHOICES.find((choice) => choice === (chosen ?? person.role)) ?? "member";
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t("roleTitle", { name: person.email ?? person.id })}
      confirmLabel={t("roleConfirm")}
      isPending={isPending}
      onConfirm={() => (role === person.role ? onClose() : onChoose(role))}
      onClose={() => {
        setChosen(null);
        onClose();
      }}
    >
      <FilterSelect
        name="role"
        label={t("role")}
        value={role}
        onChange={(value) => setChosen(ACCOUNT_ROLE_CHOICES.find((choice) => choice === value) ?? null)}
        options={ACCOUNT_ROLE_CHOICES.map((value) => ({ value, label: t(`roleOption.${value}`) }))}
      />
      <p>{t(role === "admin" ? "roleAdminText" : "roleText")}</p>
    </ConfirmDialog>
  );
}
