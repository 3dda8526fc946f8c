"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ApiError } from "@/lib/web/client/api-error";
import { TextField } from "./field";
import { PasswordField } from "./password-field";
import { changeEmail } from "./queries";
import { SettingForm } from "./setting-form";
import { useAccountForm } from "./use-account-form";
import { useFieldFaults } from "./use-field-faults";
import { useFieldRules } from "./use-field-rules";

type Values = { email: string; password: string };
const FIELDS = ["email", "password"] as const;

export function EmailSetting({ email }: { email: string }) {
  const t = useTranslations("account");
  const toFieldFaults = useFieldFaults({ email: t("settings.emailNew"), password: t("form.currentPassword") });
  const rules = useFieldRules();
  const [current, setCurrent] = useState(email);
  const [done, setDone] = useState<string | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const open = (next: boolean) => {
    setIsOpen(next);
    setDone(null);
    form.reset();
  };
  const form = useAccountForm<Values>({
    id: "change-email",
    fields: FIELDS,
    defaultValues: { email: "", password: "" },
    send: async (values) => {
      const changed = (await changeEmail(values)).email ?? values.email;
      open(false);
      setCurrent(changed);
      setDone(t("settings.emailSaved", { email: changed }));
    },
    toFaults: (error) => {
      const refusal = error instanceof ApiError ? error : null;
      if (refusal?.status === 403) return [{ field: "password", message: t("settings.passwordWrong") }];
      if (refusal?.status === 409 && refusal.fields.length > 0) {
        return [{ field: "email", message: t("settings.emailTaken") }];
      }
      return toFieldFaults(error);
    },
  });
  return (
    <SettingForm
      title={t("settings.emailTitle")}
      note={current}
      done={done}
      isOpen={isOpen}
      onOpen={open}
      form={form}
      words={{
        change: t("settings.emailChange"),
        save: t("settings.emailSave"),
        saving: t("settings.saving"),
        cancel: t("settings.cancel"),
      }}
    >
      <TextField
        {...form.field("email", rules.email)}
        type="email"
        label={t("settings.emailNew")}
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
      />
      <PasswordField
        {...form.field("password", rules.knownPassword)}
        label={t("form.currentPassword")}
        autoComplete="current-password"
      />
    </SettingForm>
  );
}
