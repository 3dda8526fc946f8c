import { useTranslations } from "next-intl";
import { Tag } from "@/components/admin/tag";
import type { Application } from "@/lib/contracts/applications";

/** Where an application stands, in a word or two. */
export function StatusTag({ status, withdrawnAt }: Pick<Application, "status" | "withdrawnAt">) {
  const t = useTranslations("applications");
  if (withdrawnAt !== null) return <Tag>{t("withdrawn")}</Tag>;
  return <Tag tone={status === "REJECTED" ? "plain" : "good"}>{t(`statuses.${status}`)}</Tag>;
}
