import { useTranslations } from "next-intl";
import { ApiError } from "@/lib/web/client/api-error";
import { useAccountWords } from "./use-account-words";

/**
 * A refusal's faults beside the fields that they name; anything else as one sentence for the whole form.
 * @param labels  what each field is called on the screen, by its name in the request
 */
export function useFieldFaults<Name extends string>(labels: Readonly<Record<Name, string>>) {
  const t = useTranslations("account.form");
  const toWords = useAccountWords();
  return (error: unknown): { field?: Name; message: string }[] => {
    const named = error instanceof ApiError ? error.fields : [];
    const faults = named.flatMap(({ field, message }) => {
      if (!Object.hasOwn(labels, field)) return [];
      const name = field as Name;
      return [{ field: name, message: t("refused", { label: labels[name], message }) }];
    });
    return faults.length > 0 ? faults : [{ message: toWords(error) }];
  };
}
