"use client";

import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import styles from "./table.module.css";

type PagerProps = {
  page: number;
  limit: number;
  total: number;
  onPage: (page: number) => void;
};

/** Where in a list one is, and the pages before and after. */
export function Pager({ page, limit, total, onPage }: PagerProps) {
  const t = useTranslations("admin.table");
  const pages = Math.max(1, Math.ceil(total / limit));
  const from = Math.min(total, (page - 1) * limit + 1);
  const isFirst = page <= 1;
  const isLast = page >= pages;
  return (
    <nav aria-label={t("pages")} className={styles.pager}>
      <p role="status" className={classNames(text.small, text.muted)}>
        {total === 0 ? t("none") : t("range", { from, to: Math.min(total, page * limit), total })}
      </p>
      {/* Not disabled, or the focus would be lost with the press that leads to the first or last page. */}
      <Button
        variant="outlined"
        size="small"
        aria-disabled={isFirst || undefined}
        onClick={() => !isFirst && onPage(page - 1)}
      >
        {t("previous")}
      </Button>
      <Button
        variant="outlined"
        size="small"
        aria-disabled={isLast || undefined}
        onClick={() => !isLast && onPage(page + 1)}
      >
        {t("next")}
      </Button>
    </nav>
  );
}
