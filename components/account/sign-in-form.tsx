"use client";

import { useTranslations } from "next-intl";
import { useErrorWords } from "@/components/careers/use-error-words";
import { ApiError } from "@/lib/web/client/api-error";
import { signIn } from "@/lib/web/client/sign-in";
import styles from "./account.module.css";
import { leaveTo, typedEmail } from "./entry";
import { ErrorSummary } from "./error-summary";
import { TextField } from "./field";
import { PasswordField } from "./password-field";
import { SubmitButton } from "./submit-button";
import { useAccountForm } from "./use-account-form";
import { useFieldRules } from "./use-field-rules";

type Credentials = { email: string; password: string };

export function SignInForm({ next }: { next: string }) {
  const t = useTranslations("account");
  const toWords = useErrorWords();
  const rules = useFieldRules();
  const { submit, isPending, faults, attempt, field } = useAccountForm<Credentials>({
    id: "sign-in",
    fields: ["email", "password"],
    defaultValues: { email: typedEmail.current, password: "" },
    send: async (values) => {
      await signIn(values);
      await leaveTo(next);
    },
    toFaults: (error) =>
      error instanceof ApiError && error.status === 401
        ? [{ field: "password", message: t("signIn.wrong") }]
        : [{ message: toWords(error) }],
  });
  return (
    <form method="post" noValidate onSubmit={submit} className={styles.form}>
      <ErrorSummary faults={faults} attempt={attempt} />
      <TextField
        {...field("email", {
          ...rules.email,
          onChange: (event) => {
            typedEmail.current = event.target.value;
          },
        })}
        type="email"
        label={t("form.email")}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <PasswordField
        {...field("password", rules.knownPassword)}
        label={t("form.password")}
        autoComplete="current-password"
      />
      <SubmitButton color="blaze" size="large" isPending={isPending} pendingText={t("signIn.submitting")}>
        {t("signIn.submit")}
      </SubmitButton>
      <noscript>{t("form.noScript")}</noscript>
    </form>
  );
}
