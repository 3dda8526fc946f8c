import { useTranslations } from "next-intl";
import type { AdminCareerSummary } from "@/lib/contracts/admin-careers";
import { Tag } from "./tag";

type CareerTagsProps = { career: Pick<AdminCareerSummary, "isActive" | "isShipped" | "isChanged" | "isEmbedded"> };

/** How a career stands, in a few words. */
export function CareerTags({ career }: CareerTagsProps) {
  const t = useTranslations("admin.careers.tag");
  return (
    <>
      {career.isActive ? <Tag tone="good">{t("active")}</Tag> : <Tag tone="bad">{t("inactive")}</Tag>}
      {career.isShipped ? null : <Tag tone="warm">{t("own")}</Tag>}
      {career.isChanged ? <Tag tone="warm">{t("changed")}</Tag> : null}
      {career.isActive && !career.isEmbedded ? <Tag>{t("notEmbedded")}</Tag> : null}
    </>
  );
}
