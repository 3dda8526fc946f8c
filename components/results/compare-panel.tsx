"use client";

import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import Skeleton from "@mui/material/Skeleton";
import Typography from "@mui/material/Typography";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useErrorWords } from "@/components/careers/use-error-words";
import text from "@/components/ui/type.module.css";
import type { RecommendReply, StoredResultsReply } from "@/lib/contracts/results";
import { compareLists, compareRatings } from "./compare-lists";
import { hasSameSettings } from "./controls-url";
import { storedResultsOptions } from "./queries";
import styles from "./results.module.css";

type ComparePanelProps = { previousSessionId: string; reply: RecommendReply };

/** What changed since the same person's quiz before this one. */
export function ComparePanel({ previousSessionId, reply }: ComparePanelProps) {
  const t = useTranslations();
  const toWords = useErrorWords();
  const { data, error, isFetching, refetch } = useQuery(storedResultsOptions(previousSessionId));
  if (data !== undefined) return <Comparison before={data} now={reply} />;
  if (error === null || isFetching) return <Skeleton variant="rounded" height={160} aria-label={t("common.loading")} />;
  return (
    <Alert
      severity="error"
      action={
        <Button color="inherit" size="small" onClick={() => refetch()}>
          {t("common.retry")}
        </Button>
      }
    >
      {t("results.compareFailed")} {toWords(error)}
    </Alert>
  );
}

function Comparison({ before, now }: { before: StoredResultsReply; now: RecommendReply }) {
  const t = useTranslations("results");
  const facts = useTranslations("facts");
  const format = useFormatter();
  const lists = compareLists(before.recommendations, now.recommendations);
  const ratings = compareRatings(before.abilityVector, now.abilityVector);
  const isSame = lists.added.length + lists.gone.length + lists.moved.length === 0;
  const date = format.dateTime(new Date(before.createdAt), { dateStyle: "medium" });
  const toLink = (sessionId: string) => (item: { code: string; career: string }) => (
    <Link key={item.code} href={`/careers/${item.code}?from=${sessionId}`} color="inherit">
      {item.career}
    </Link>
  );
  return (
    <Box sx={{ display: "grid", gap: 2 }}>
      <Typography variant="body2" sx={{ color: "text.secondary" }}>
        {t("compareIntro", { count: lists.count, date })}
      </Typography>
      {hasSameSettings(before, now) ? null : <p className={text.small}>{t("compareSettings")}</p>}
      {isSame ? <Typography>{t("compareSame")}</Typography> : null}
      <Group title={t("compareNew")} items={lists.added.map(toLink(now.sessionId))} />
      <Group title={t("compareGone")} items={lists.gone.map(toLink(before.sessionId))} />
      <Group
        title={t("compareMoved")}
        items={lists.moved.map(({ career, from, to }) => t("compareMove", { career, from, to }))}
      />
      {ratings.length === 0 ? <Typography variant="body2">{t("compareDimensionsSame")}</Typography> : null}
      <Group
        title={t("compareDimensions")}
        items={ratings.map(({ dimension, from, to }) =>
          t("compareDimension", { dimension: facts(`dimensions.${dimension}`), from, to }),
        )}
      />
    </Box>
  );
}

function Group({ title, items }: { title: string; items: readonly ReactNode[] }) {
  if (items.length === 0) return null;
  return (
    <div className={styles.group}>
      <h4 className={text.label}>{title}</h4>
      <ul>
        {items.map((item, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list of texts
          <li key={i}>{item}</li>
        ))}
      </ul>
    </div>
  );
}
