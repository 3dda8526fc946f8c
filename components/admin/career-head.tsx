"use client";

import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import type { AdminCareerReply } from "@/lib/contracts/admin-careers";
import styles from "./admin.module.css";
import { CareerTags } from "./career-tags";
import form from "./form.module.css";
import { ToggleCareer } from "./toggle-career";

type CareerHeadProps = { career: AdminCareerReply; onToggled: (career: AdminCareerReply) => void };

/** How a career stands, and what can be done with it beside editing. */
export function CareerHead({ career, onToggled }: CareerHeadProps) {
  const t = useTranslations("admin.careers");
  return (
    <div className={form.head}>
      <div className={styles.tags}>
        <CareerTags career={career} />
      </div>
      <ToggleCareer career={career} onDone={onToggled} />
      <Button href={`/careers/${career.code}`}>{t("publicPage")}</Button>
      <Button href={`/admin/audit?target=${career.code}`}>{t("history")}</Button>
    </div>
  );
}
