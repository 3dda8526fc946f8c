"use client";

import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { useErrorWords } from "@/components/careers/use-error-words";
import { AppLink } from "@/components/ui/app-link";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { HistoryReply } from "@/lib/contracts/interactions";
import styles from "./activity.module.css";
import { historyOptions } from "./queries";
import { useTimeZoneHere } from "./use-time-zone-here";

type HistoryItem = HistoryReply["items"][number];

/** What happened last, and before that, and before that. */
export function RecentEvents({ first }: { first: HistoryReply }) {
  const t = useTranslations();
  const toWords = useErrorWords();
  const id = useId();
  const history = useInfiniteQuery({
    ...historyOptions(),
    initialData: { pages: [first], pageParams: [""] },
    staleTime: Number.POSITIVE_INFINITY,
  });
  const items = history.data.pages.flatMap((page) => page.items);
  const error = history.isFetching ? null : history.error;
  return (
    <section aria-labelledby={id} className={classNames(styles.sheet, styles.wide)}>
      <h2 id={id} className={text.h4}>
        {t("activityPage.recentTitle")}
      </h2>
      <ol className={styles.rows}>
        {items.map((item) => (
          <Event key={item.eventId} item={item} />
        ))}
      </ol>
      {error === null ? null : <Alert severity="error">{toWords(error)}</Alert>}
      {history.hasNextPage ? (
        <div className={styles.more}>
          <Button
            variant="outlined"
            aria-busy={history.isFetchingNextPage}
            onClick={() => {
              if (!history.isFetchingNextPage) void history.fetchNextPage();
            }}
          >
            {t(error === null ? "activityPage.more" : "common.retry")}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function Event({ item }: { item: HistoryItem }) {
  const t = useTranslations("activityPage");
  const format = useFormatter();
  const timeZone = useTimeZoneHere();
  const { career, interaction_type: kind, value, occurredAt } = item;
  const name = (chunks: ReactNode) =>
    career === null ? chunks : <AppLink href={`/careers/${career.code}`}>{chunks}</AppLink>;
  const seconds = kind === "view" && value !== null ? Math.round(value) : null;
  const key = seconds === null || seconds < 1 ? kind : seconds < 60 ? "viewSeconds" : "viewMinutes";
  return (
    <li className={styles.row}>
      <p className={classNames(text.body, styles.rowText)}>
        {t.rich(`events.${key}`, {
          name,
          title: career?.title ?? t("someCareer"),
          stars: value ?? 0,
          seconds: seconds ?? 0,
          minutes: Math.round((seconds ?? 0) / 60),
        })}
      </p>
      <time dateTime={occurredAt} className={classNames(text.caption, text.muted)}>
        {format.dateTime(new Date(occurredAt), { dateStyle: "medium", timeStyle: "short", timeZone })}
      </time>
    </li>
  );
}
