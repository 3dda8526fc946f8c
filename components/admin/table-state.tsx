"use client";

import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import type { UseQueryResult } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorWords } from "@/components/careers/use-error-words";
import { EmptyState } from "@/components/ui/state-message";

/** What is known of how a list was read. */
export type ReadQuery = Pick<UseQueryResult, "error" | "isFetching"> & { refetch: () => unknown };

type TableStateProps = {
  query: ReadQuery;
  /** What an empty list says; left out where there is something to show. */
  empty?: { title: string; text: string } | null;
  /** Takes every filter back; left out where there is none. */
  onClear?: () => void;
};

/** What stands above or in place of a list that could not be read, or that has nothing to show. */
export function TableState({ query, empty = null, onClear }: TableStateProps) {
  const t = useTranslations();
  const toWords = useErrorWords();
  if (query.error !== null && !query.isFetching) {
    return (
      <Alert
        severity="error"
        role="alert"
        action={
          <Button color="inherit" size="small" onClick={() => query.refetch()}>
            {t("common.retry")}
          </Button>
        }
        sx={{ mb: 2 }}
      >
        {toWords(query.error)}
      </Alert>
    );
  }
  if (empty === null) return null;
  return (
    <EmptyState
      title={empty.title}
      actions={
        onClear === undefined ? undefined : (
          <Button variant="outlined" onClick={onClear}>
            {t("admin.table.clear")}
          </Button>
        )
      }
    >
      {empty.text}
    </EmptyState>
  );
}
