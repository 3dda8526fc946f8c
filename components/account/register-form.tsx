"use client";

import Link from "@mui/material/Link";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { AppLink } from "@/components/ui/app-link";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import { ApiError } from "@/lib/web/client/api-error";
import { withNext } from "@/lib/web/client/next-path";
import { register } from "@/lib/web/client/sign-in";
import styles from "./account.module.css";
import { leaveTo, typedEmail } from "./entry";
import { ErrorSummary } from "./error-summary";
import { TextField } from "./field";
import { PasswordField } from "./password-field";
import { type PasswordLimits, PasswordRule } from "./password-rule";
import { SubmitButton } from "./submit-button";
import { useAccountForm } from "./use-account-form";
import { useFieldFaults } from "./use-field-faults";
import { useFieldRules } from "./use-field-rules";

type Credentials = { email: string; password: string };
const FIELDS = ["email", "password"] as const;

type RegisterFormProps = {
  next: string;
  /** The page that the address asked for, to hand on to signing in. */
  asked: string;
  limits: PasswordLimits;
};

export function RegisterForm({ next, asked, limits }: RegisterFormProps) {
  const t = useTranslations("account");
  const rules = useFieldRules(limits);
  const toFieldFaults = useFieldFaults({ email: t("form.email"), password: t("form.password") });
  const { submit, isPending, faults, attempt, field, control } = useAccountForm<Credentials>({
    id: "register",
    fields: FIELDS,
    defaultValues: { email: typedEmail.current, password: "" },
    send: async (values) => {
      await register(values);
      await leaveTo(next);
    },
    toFaults: (error) =>
      error instanceof ApiError && error.status === 409
        ? [{ field: "email", message: t("register.taken") }]
        : toFieldFaults(error),
  });
  const password = useWatch({ control, name: "password" });
  const isTaken = faults.some(({ message }) => message === t("register.taken"));
  return (
    <form method="post" noValidate onSubmit={submit} className={styles.form}>
      <ErrorSummary faults={faults} attempt={attempt}>
        {isTaken ? (
          <Link href={withNext("/sign-in", asked)} sx={{ display: "inline-block", mt: 1 }}>
            {t("register.takenLink")}
          </Link>
        ) : null}
      </ErrorSummary>
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
        {...field("password", rules.newPassword)}
        label={t("form.password")}
        hint={<PasswordRule password={password} limits={limits} />}
        autoComplete="new-password"
      />
      <p className={classNames(text.small, text.muted, styles.stored)}>
        {t.rich("register.stored", { link: (chunks) => <AppLink href="/privacy">{chunks}</AppLink> })}
      </p>
      <SubmitButton color="blaze" size="large" isPending={isPending} pendingText={t("register.submitting")}>
        {t("register.submit")}
      </SubmitButton>
      <noscript>{t("form.noScript")}</noscript>
    </form>
  );
}
