"use client";

import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionToasts } from "@/components/actions/action-toast";
import { FilterSelect } from "@/components/careers/filter-select";
import { useErrorWords } from "@/components/careers/use-error-words";
import { CompareTray } from "@/components/compare/compare-tray";
import { FirstSteps } from "@/components/site/first-steps";
import { EmptyState } from "@/components/ui/state-message";
import type { SavedCareer, SavedCareersReply } from "@/lib/contracts/saved";
import { GuestHint } from "./guest-hint";
import styles from "./saved.module.css";
import { SavedCard } from "./saved-card";
import { SavedGroup } from "./saved-group";
import { countLists, groupSaved, SAVED_SORTS, toSavedSort } from "./saved-order";
import { useSaved } from "./use-saved";

type SavedViewProps = {
  initial: SavedCareersReply;
  /** null for somebody seen for the first time */
  person: { isGuest: boolean } | null;
};

/** Every option needs a value that no name of a list can have. */
const ALL = "\n";

/** The person's saved careers: by list, with their notes, to compare, move and remove. */
export function SavedView(props: SavedViewProps) {
  return (
    <ActionToasts>
      <SavedLists {...props} />
      <CompareTray />
    </ActionToasts>
  );
}

function SavedLists({ initial, person }: SavedViewProps) {
  const t = useTranslations();
  const toWords = useErrorWords();
  const saved = useSaved(initial, person !== null);
  const { items } = saved;
  const [list, setList] = useState<string | null>(null);
  const [sort, setSort] = useState(toSavedSort(null));
  const lists = countLists(items);
  // A list that lost its last career is no longer there to be shown.
  const shownList = items.some((item) => item.list === list) ? list : null;
  const groups = groupSaved(items, { list: shownList, sort });
  const toCard = (item: SavedCareer) => (
    <li key={item.careerCode}>
      <SavedCard
        item={item}
        lists={lists}
        onMove={(to) => void saved.move(item, to)}
        onRemove={(note) => void saved.remove({ ...item, note })}
        onNote={(note) => saved.keepNote(item.careerCode, note)}
      />
    </li>
  );
  return (
    <>
      {saved.error === null ? null : (
        <Alert
          severity="error"
          sx={{ mb: 2 }}
          action={
            <Button color="inherit" size="small" onClick={() => saved.refetch()}>
              {t("common.retry")}
            </Button>
          }
        >
          {t("saved.stale")} {toWords(saved.error)}
        </Alert>
      )}
      {items.length === 0 ? (
        <NothingSaved />
      ) : (
        <>
          {person?.isGuest ? <GuestHint /> : null}
          <div className={styles.toolbar}>
            {lists.length === 0 ? null : (
              <FilterSelect
                name="list"
                label={t("saved.show")}
                value={shownList ?? ALL}
                onChange={(value) => setList(value === ALL ? null : value)}
                options={[
                  { value: ALL, label: t("saved.allLists", { count: items.length }) },
                  ...lists.map(({ name, count }) => ({ value: name, label: t("saved.listOption", { name, count }) })),
                  { value: "", label: t("saved.noList") },
                ].filter(({ value }) => value !== "" || items.some((item) => item.list === ""))}
              />
            )}
            <FilterSelect
              name="sort"
              label={t("saved.sort")}
              value={sort}
              onChange={(value) => setSort(toSavedSort(value))}
              options={SAVED_SORTS.map((value) => ({ value, label: t(`saved.sorts.${value}`) }))}
            />
          </div>
          {groups.map((group) =>
            lists.length === 0 ? (
              <section key="all" aria-label={t("saved.title")} className={styles.group}>
                <ul className={styles.cards}>{group.items.map(toCard)}</ul>
              </section>
            ) : (
              <SavedGroup
                key={`list ${group.list}`}
                list={group.list}
                count={group.items.length}
                onRename={(to) => {
                  if (shownList === group.list) setList(to);
                  void saved.renameList(group.list, to);
                }}
              >
                <ul className={styles.cards}>{group.items.map(toCard)}</ul>
              </SavedGroup>
            ),
          )}
        </>
      )}
    </>
  );
}

function NothingSaved() {
  const t = useTranslations("saved");
  return (
    <EmptyState title={t("emptyTitle")} actions={<FirstSteps quiz={t("takeQuiz")} browse={t("browse")} />}>
      {t("emptyText")}
    </EmptyState>
  );
}
