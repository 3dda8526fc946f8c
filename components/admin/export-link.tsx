"use client";

import DownloadRounded from "@mui/icons-material/DownloadRounded";
import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";

/** Downloads a CSV file. A plain link: the browser shows its progress and keeps the page. */
export function ExportLink({ href }: { href: string }) {
  const t = useTranslations("admin.table");
  return (
    <Button variant="outlined" startIcon={<DownloadRounded />} href={href} download>
      {t("export")}
    </Button>
  );
}
