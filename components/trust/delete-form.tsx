"use client";

import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { ErrorSummary } from "@/components/account/error-summary";
import { TextField } from "@/components/account/field";
import { PasswordField } from "@/components/account/password-field";
import { SubmitButton } from "@/components/account/submit-button";
import { useAccountForm } from "@/components/account/use-account-form";
import { useFieldFaults } from "@/components/account/use-field-faults";
import text from "@/components/ui/type.module.css";
import { ApiError } from "@/lib/web/client/api-error";
import { forgetBrowserMemory } from "@/lib/web/client/browser-memory";
import { deleteMe } from "./queries";
import styles from "./trust.module.css";

type Values = { password: string };

/** Asks for the password, or of a guest for a word: nobody deletes everything by one press of a wrong key. */
export function DeleteForm({ email, onCancel }: { email: string | null; onCancel: () => void }) {
  const t = useTranslations("trust.delete");
  const tForm = useTranslations("account.form");
  const toFieldFaults = useFieldFaults({ password: t("password") });
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const word = t("word");
  const form = useAccountForm<Values>({
    id: "delete",
    fields: ["password"],
    defaultValues: { password: "" },
    send: async ({ password }) => {
      await deleteMe(email === null ? {} : { password });
      forgetBrowserMemory();
      // A full load, so that nothing of the person is left in this page's memory either. Until then the form stays busy.
      window.location.assign("/settings/data/deleted");
      await new Promise(() => {});
    },
    toFaults: (error) =>
      error instanceof ApiError && error.status === 403
        ? [{ field: "password", message: t("passwordWrong") }]
        : toFieldFaults(error),
  });
  const isWord = (typed: string) => typed.trim().toLowerCase() === word || t("typedWrong", { word });
  return (
    <form method="post" noValidate onSubmit={form.submit} className={styles.form}>
      <h3 ref={title} tabIndex={-1} className={text.h4}>
        {t("formTitle")}
      </h3>
      <ErrorSummary faults={form.faults} attempt={form.attempt} />
      {email === null ? (
        <TextField
          {...form.field("password", { validate: isWord })}
          label={t("typed", { word })}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      ) : (
        <>
          {/* Tells a password manager whose password is asked for. */}
          <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
          <PasswordField
            {...form.field("password", { required: tForm("passwordEmpty") })}
            label={t("password")}
            autoComplete="current-password"
          />
        </>
      )}
      <div className={styles.actions}>
        <SubmitButton color="error" isPending={form.isPending} pendingText={t("busy")}>
          {t(email === null ? "confirmGuest" : "confirmAccount")}
        </SubmitButton>
        <Button variant="text" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
