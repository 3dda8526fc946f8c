import { useFormatter, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { CheckCareerReply } from "@/lib/contracts/admin-careers";
import styles from "./form.module.css";

/** Warns of careers that say nearly the same. It is no fault: some careers are close. */
export function CloseCareers({ close }: Pick<CheckCareerReply, "close">) {
  const t = useTranslations("admin.form");
  const format = useFormatter();
  return (
    <div role="status">
      {close.length === 0 ? null : (
        <div className={styles.near}>
          <h2 className={text.h5}>{t("closeTitle", { count: close.length })}</h2>
          <p className={classNames(text.small, text.muted)}>{t("closeText")}</p>
          <ul className={text.small}>
            {close.map(({ code, title, similarity, isActive }) => (
              <li key={code}>
                <AppLink href={`/admin/careers/${code}`} target="_blank">
                  {title}
                </AppLink>{" "}
                {t(isActive ? "closeness" : "closenessInactive", {
                  percent: format.number(similarity, { style: "percent" }),
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
