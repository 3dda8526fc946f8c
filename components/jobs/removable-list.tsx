"use client";

import CloseRounded from "@mui/icons-material/CloseRounded";
import { useTranslations } from "next-intl";
import { useId } from "react";
import text from "@/components/ui/type.module.css";
import styles from "./jobs.module.css";

type RemovableListProps<Item> = {
  title: string;
  items: readonly { key: string; name: string; item: Item }[];
  onRemove: (item: Item) => void;
};

/** Entries of one kind, each with a button that takes it away. */
export function RemovableList<Item>({ title, items, onRemove }: RemovableListProps<Item>) {
  const t = useTranslations("jobs.preferences");
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={text.label}>
        {title}
      </h3>
      {items.length === 0 ? (
        <p className={styles.none}>{t("none")}</p>
      ) : (
        <ul className={styles.removable}>
          {items.map(({ key, name, item }) => (
            <li key={key}>
              {name}
              <button type="button" aria-label={t("remove", { name })} onClick={() => onRemove(item)}>
                <CloseRounded fontSize="small" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
