"use client";

import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import text from "@/components/ui/type.module.css";
import { DeleteForm } from "./delete-form";
import { Sheet } from "./sheet";
import styles from "./trust.module.css";

type DeleteDataProps = {
  /** null for guests, who confirm with a word instead of a password */
  email: string | null;
  exportPath: string;
};

/** What deleting means, and then the form that does it: it comes when it is asked for, and the focus goes along. */
export function DeleteData({ email, exportPath }: DeleteDataProps) {
  const t = useTranslations("trust.delete");
  const [isOpen, setIsOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (!isOpen && wasOpen.current) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const points = email === null ? (["results", "links"] as const) : (["results", "links", "account", "log"] as const);
  return (
    <Sheet id="delete" title={t(email === null ? "titleGuest" : "titleAccount")} isDangerous>
      <p className={text.body}>{t("lead")}</p>
      <ul className={styles.points}>
        {points.map((point) => (
          <li key={point}>{t(`points.${point}`)}</li>
        ))}
      </ul>
      <p className={text.body}>
        {t.rich("first", {
          download: (chunks) => (
            <a href={exportPath} download>
              {chunks}
            </a>
          ),
        })}
      </p>
      {isOpen ? (
        <DeleteForm email={email} onCancel={() => setIsOpen(false)} />
      ) : (
        <Button ref={opener} variant="outlined" color="error" onClick={() => setIsOpen(true)}>
          {t(email === null ? "openGuest" : "openAccount")}
        </Button>
      )}
    </Sheet>
  );
}
