"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import { ApiError } from "@/lib/web/client/api-error";
import { PasswordField } from "./password-field";
import { type PasswordLimits, PasswordRule } from "./password-rule";
import { changePassword } from "./queries";
import { SettingForm } from "./setting-form";
import { useAccountForm } from "./use-account-form";
import { useFieldFaults } from "./use-field-faults";
import { useFieldRules } from "./use-field-rules";

type Values = { currentPassword: string; newPassword: string };
const FIELDS = ["currentPassword", "newPassword"] as const;

export function PasswordSetting({ email, limits }: { email: string; limits: PasswordLimits }) {
  const t = useTranslations("account");
  const toFieldFaults = useFieldFaults({
    currentPassword: t("form.currentPassword"),
    newPassword: t("form.newPassword"),
  });
  const rules = useFieldRules(limits);
  const [done, setDone] = useState<string | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const open = (next: boolean) => {
    setIsOpen(next);
    setDone(null);
    form.reset();
  };
  const form = useAccountForm<Values>({
    id: "change-password",
    fields: FIELDS,
    defaultValues: { currentPassword: "", newPassword: "" },
    send: async (values) => {
      await changePassword(values);
      open(false);
      setDone(t("settings.passwordSaved"));
    },
    toFaults: (error) =>
      error instanceof ApiError && error.status === 403
        ? [{ field: "currentPassword", message: t("settings.passwordWrong") }]
        : toFieldFaults(error),
  });
  const newPassword = useWatch({ control: form.control, name: "newPassword" });
  return (
    <SettingForm
      title={t("settings.passwordTitle")}
      note={t("settings.passwordText")}
      done={done}
      isOpen={isOpen}
      onOpen={open}
      form={form}
      words={{
        change: t("settings.passwordChange"),
        save: t("settings.passwordSave"),
        saving: t("settings.saving"),
        cancel: t("settings.cancel"),
      }}
    >
      {/* Tells a password manager whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        {...form.field("currentPassword", rules.knownPassword)}
        label={t("form.currentPassword")}
        autoComplete="current-password"
      />
      <PasswordField
        {...form.field("newPassword", rules.newPassword)}
        label={t("form.newPassword")}
        hint={<PasswordRule password={newPassword} limits={limits} />}
        autoComplete="new-password"
      />
    </SettingForm>
  );
}
