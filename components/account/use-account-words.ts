import { useTranslations } from "next-intl";
import { useErrorWords } from "@/components/careers/use-error-words";
import { ApiError } from "@/lib/web/client/api-error";

/** What went wrong with a call, for somebody who was signed in when the page came. */
export function useAccountWords(): (error: unknown) => string {
  const t = useTranslations("account.form");
  const toWords = useErrorWords();
  // Signed out on another device or in another tab: what is on the page is worth keeping.
  return (error) => (error instanceof ApiError && error.status === 401 ? t("signedOut") : toWords(error));
}
