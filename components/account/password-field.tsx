"use client";

import VisibilityOffOutlined from "@mui/icons-material/VisibilityOffOutlined";
import VisibilityOutlined from "@mui/icons-material/VisibilityOutlined";
import { useTranslations } from "next-intl";
import { type ComponentPropsWithRef, type ReactNode, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import controls from "@/components/ui/controls.module.css";
import styles from "./account.module.css";
import { Field } from "./field";

type PasswordFieldProps = Omit<ComponentPropsWithRef<"input">, "id" | "type"> & {
  id: string;
  label: string;
  hint?: ReactNode;
  error?: string;
  autoComplete: "current-password" | "new-password";
};

/** A password that can be looked at while it is typed. Pasting and password managers work: nothing is in their way. */
export function PasswordField({ id, label, hint, error, ...input }: PasswordFieldProps) {
  const t = useTranslations("account.form");
  const [isShown, setIsShown] = useState(false);
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(described) => (
        <div className={styles.password}>
          <input
            {...input}
            {...described}
            type={isShown ? "text" : "password"}
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            className={classNames(controls.control, styles.passwordInput)}
          />
          <button
            type="button"
            aria-label={t(isShown ? "hidePassword" : "showPassword")}
            aria-controls={id}
            onClick={() => setIsShown(!isShown)}
            className={styles.reveal}
          >
            {isShown ? <VisibilityOffOutlined /> : <VisibilityOutlined />}
          </button>
        </div>
      )}
    </Field>
  );
}
