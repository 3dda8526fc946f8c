import { useTranslations } from "next-intl";
import { ApiError } from "@/lib/web/client/api-error";

/** What went wrong with a call, in words for a person. */
export function useErrorWords(): (error: unknown) => string {
  const t = useTranslations("errors");
  return (error) => {
    if (!(error instanceof ApiError)) return t("failed");
    if (error.kind === "offline") return t("offline");
    if (error.status === 429) return t("rateLimited");
    return error.kind === "refused" ? error.message : t("failed");
  };
}
