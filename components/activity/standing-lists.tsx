"use client";

import Button from "@mui/material/Button";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useId } from "react";
import { useActionToast } from "@/components/actions/action-toast";
import { reactionsOptions } from "@/components/actions/queries";
import { useReactions, useSeededReactions } from "@/components/actions/use-reactions";
import { AppLink } from "@/components/ui/app-link";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { ReactionListReply } from "@/lib/contracts/interactions";
import styles from "./activity.module.css";
import { useTimeZoneHere } from "./use-time-zone-here";

type Reaction = ReactionListReply["items"][number];

const KINDS = ["implement", "rate", "dismiss", "ignore"] as const;

/** What somebody said about careers, by what they said, each with the way to take it back. */
export function StandingLists({ items }: { items: readonly Reaction[] }) {
  useSeededReactions([...items]);
  const { data } = useQuery(reactionsOptions());
  // What was taken back here is gone from the cache before the page comes again.
  const now = items.filter(({ careerCode, kind }) => data?.[careerCode]?.[kind] !== undefined);
  const groups = KINDS.map((kind) => ({ kind, items: now.filter((item) => item.kind === kind) }));
  return groups.map((group) => (group.items.length === 0 ? null : <StandingList key={group.kind} {...group} />));
}

function StandingList({ kind, items }: { kind: Reaction["kind"]; items: readonly Reaction[] }) {
  const t = useTranslations("activityPage.standing");
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.sheet}>
      <h2 id={id} className={text.h4}>
        {t(`${kind}.title`)}
      </h2>
      <p className={classNames(text.small, text.muted)}>{t(`${kind}.text`)}</p>
      <ul className={styles.rows}>
        {items.map((item) => (
          <StandingRow key={item.careerCode} item={item} />
        ))}
      </ul>
    </section>
  );
}

function StandingRow({ item }: { item: Reaction }) {
  const t = useTranslations("activityPage.standing");
  const tCards = useTranslations("cardActions");
  const format = useFormatter();
  const timeZone = useTimeZoneHere();
  const toast = useActionToast();
  const { careerCode, title, kind, value } = item;
  const { set, unset } = useReactions({ careerCode, career: title, surface: "activity" });
  const date = format.dateTime(new Date(item.createdAt), { dateStyle: "medium", timeZone });
  const undo = () => {
    unset(kind);
    toast(t(`${kind}.done`, { title }), () => set(kind, value));
  };
  return (
    <li className={styles.row}>
      <div className={styles.rowText}>
        <AppLink href={`/careers/${careerCode}`}>{title}</AppLink>
        <p className={classNames(text.caption, text.muted)}>
          {kind === "rate" ? `${tCards("stars", { count: value ?? 0 })} · ${date}` : date}
        </p>
      </div>
      <Button size="small" onClick={undo} aria-label={t(`${kind}.undoOf`, { title })} sx={{ minHeight: 44 }}>
        {t(`${kind}.undo`)}
      </Button>
    </li>
  );
}
