"use client";

import BookmarkRemoveRounded from "@mui/icons-material/BookmarkRemoveRounded";
import Button from "@mui/material/Button";
import { useFormatter, useTranslations } from "next-intl";
import { FactList } from "@/components/careers/fact-list";
import { useFactWords } from "@/components/careers/use-fact-words";
import { CompareToggle } from "@/components/compare/compare-toggle";
import { AppLink } from "@/components/ui/app-link";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { SavedCareer } from "@/lib/contracts/saved";
import { ListSelect } from "./list-select";
import { NoteField } from "./note-field";
import { sendNote } from "./queries";
import styles from "./saved.module.css";
import { useNote } from "./use-note";

type SavedCardProps = {
  item: SavedCareer;
  lists: readonly { name: string }[];
  onMove: (list: string) => void;
  /** @param note  as it was written last, to come back with an undo */
  onRemove: (note: string) => void;
  onNote: (note: string) => void;
};

export function SavedCard({ item, lists, onMove, onRemove, onNote }: SavedCardProps) {
  const t = useTranslations();
  const words = useFactWords();
  const format = useFormatter();
  const note = useNote({
    // The time of the save tells the drafts of two people in one browser apart.
    key: `${item.careerCode}.${item.createdAt}`,
    note: item.note,
    send: async (sent, isLeaving) => {
      await sendNote(item.careerCode, sent, isLeaving);
      onNote(sent);
    },
  });
  const remove = async (button: HTMLElement) => {
    await note.drop();
    // The button is about to go, and the focus goes on to what comes next.
    const place = button.closest("li");
    const next = (place?.nextElementSibling ?? place?.previousElementSibling)?.querySelector("a");
    onRemove(note.text);
    (next ?? document.getElementById("content"))?.focus();
  };
  const { careerCode, title, cluster, list, createdAt, isActive, facts } = item;
  const date = format.dateTime(new Date(createdAt), { dateStyle: "medium" });
  return (
    <article aria-labelledby={`saved-${careerCode}`} className={styles.card}>
      <div>
        <h3 id={`saved-${careerCode}`} className={classNames(text.h4, styles.title)}>
          <AppLink href={`/careers/${careerCode}`}>{title}</AppLink>
        </h3>
        <p className={classNames(text.caption, text.muted)}>
          {cluster} · {t("saved.savedOn", { date })}
        </p>
        {isActive ? null : <p className={styles.inactive}>{t("saved.inactive")}</p>}
      </div>
      <FactList
        columnMin={140}
        facts={[
          { label: t("facts.pay"), value: words.pay(facts.salary_range) },
          { label: t("facts.growth"), value: words.growth(facts.growthPercent) },
          { label: t("facts.openings"), value: words.count(facts.openingsPerYear) },
          { label: t("facts.education"), value: words.schooling(facts.education) },
        ]}
      />
      <NoteField note={note} />
      <div className={styles.cardFoot}>
        <ListSelect title={title} list={list} lists={lists} onMove={onMove} />
        <div className={styles.cardActions}>
          {isActive ? <CompareToggle code={careerCode} title={title} /> : null}
          <Button
            size="small"
            color="error"
            startIcon={<BookmarkRemoveRounded />}
            onClick={(event) => void remove(event.currentTarget)}
            aria-label={t("saved.removeOf", { title })}
            sx={{ minHeight: 44 }}
          >
            {t("saved.remove")}
          </Button>
        </div>
      </div>
    </article>
  );
}
