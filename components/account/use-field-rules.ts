import { useTranslations } from "next-intl";
import { countCharacters, type PasswordLimits } from "./password-rule";

/** Enough to catch a slip; the server decides. */
const EMAIL_SHAPE = /^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$/;

/** What is asked of each kind of field, in words that say what to do. */
export function useFieldRules(limits?: PasswordLimits) {
  const t = useTranslations("account.form");
  return {
    email: { required: t("emailMissing"), pattern: { value: EMAIL_SHAPE, message: t("emailMalformed") } },
    knownPassword: { required: t("passwordEmpty") },
    newPassword: {
      required: t("newPasswordEmpty"),
      validate: (password: string) => {
        if (limits === undefined) return true;
        const count = countCharacters(password);
        if (count < limits.min) return t("passwordShort", { min: limits.min });
        return count <= limits.max || t("passwordLong", { max: limits.max });
      },
    },
  };
}
