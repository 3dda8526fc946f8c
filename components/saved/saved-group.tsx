"use client";

import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import { NameForm } from "./list-select";
import styles from "./saved.module.css";

type SavedGroupProps = {
  /** Name of the list; empty for what is in none. */
  list: string;
  count: number;
  onRename: (to: string) => void;
  children: ReactNode;
};

/** A list with its name, which can be changed in place. */
export function SavedGroup({ list, count, onRename, children }: SavedGroupProps) {
  const t = useTranslations("saved");
  const [isRenaming, setIsRenaming] = useState(false);
  const id = `list-${list}`;
  return (
    <section aria-labelledby={id} className={styles.group}>
      <div className={styles.groupHead}>
        <h2 id={id} className={text.h3}>
          {list === "" ? t("noList") : list}{" "}
          <span className={classNames(text.small, text.muted)}>{t("groupCount", { count })}</span>
        </h2>
        {list === "" || isRenaming ? null : (
          <div className={styles.groupActions}>
            <Button size="small" onClick={() => setIsRenaming(true)} aria-label={t("renameOf", { list })}>
              {t("rename")}
            </Button>
            <Button size="small" onClick={() => onRename("")} aria-label={t("dissolveOf", { list })}>
              {t("dissolve")}
            </Button>
          </div>
        )}
      </div>
      {isRenaming ? (
        <NameForm
          label={t("renameLabel", { list })}
          initial={list}
          action={t("rename")}
          onName={(name) => {
            setIsRenaming(false);
            if (name !== "") onRename(name);
          }}
          onCancel={() => setIsRenaming(false)}
        />
      ) : null}
      {children}
    </section>
  );
}
