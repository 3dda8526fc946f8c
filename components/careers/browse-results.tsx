"use client";

import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/state-message";
import text from "@/components/ui/type.module.css";
import styles from "./browse.module.css";
import { type BrowseState, countFilters, toBrowseHref } from "./browse-url";
import { CareerGrid } from "./career-grid";
import type { BrowsePage } from "./queries";
import { useErrorWords } from "./use-error-words";

type BrowseResultsProps = {
  state: BrowseState;
  pages: readonly BrowsePage[];
  /** The pages are still those of the state before. */
  isStale: boolean;
  isLoadingMore: boolean;
  error: unknown;
  onMore: () => void;
  onRetry: () => void;
  onClear: () => void;
};

/** What was found, with everything that can be said about it. */
export function BrowseResults(props: BrowseResultsProps) {
  const { state, pages, isStale, isLoadingMore, error, onMore, onRetry, onClear } = props;
  const t = useTranslations();
  const toWords = useErrorWords();
  const careers = pages.flatMap(({ items }) => items);
  const first = pages[0];
  const total = first?.total ?? null;
  const hasMore = pages.at(-1)?.next != null;
  const status =
    error !== null
      ? t("browse.failedTitle")
      : total === null
        ? t("browse.found", { count: careers.length, q: state.q })
        : t("browse.total", { total });
  return (
    <section aria-labelledby="browse-list" aria-busy={isStale}>
      <div className={styles.status}>
        <h2 className={text.h3} id="browse-list">
          <span role="status">{isStale ? t("browse.loading") : status}</span>
        </h2>
        {countFilters(state.filters) === 0 || careers.length === 0 ? null : (
          <Button onClick={onClear} sx={{ px: 1.5, mx: -1.5 }}>
            {t("browse.clear")}
          </Button>
        )}
      </div>
      {first?.mode === "text" ? (
        <Alert severity="info" role="note" sx={{ mb: 2 }}>
          {t("browse.textMode")}
        </Alert>
      ) : null}
      {error === null ? null : (
        <Alert
          severity="error"
          sx={{ mb: 2 }}
          action={
            <Button color="inherit" size="small" onClick={onRetry}>
              {t("common.retry")}
            </Button>
          }
        >
          {toWords(error)}
        </Alert>
      )}
      {careers.length === 0 && error === null && !isStale ? (
        <Empty hasFilters={countFilters(state.filters) > 0} onClear={onClear} />
      ) : (
        <div className={classNames(styles.list, isStale && styles.stale)}>
          <CareerGrid
            careers={careers}
            label={t("browse.listTitle")}
            surface={state.q === "" ? "browse" : "search"}
            canCompare
          />
        </div>
      )}
      {hasMore && !isStale ? (
        <div className={styles.more}>
          {total === null ? null : (
            <p className={classNames(text.small, text.muted)}>{t("browse.shown", { shown: careers.length, total })}</p>
          )}
          <Button
            component={AppLink}
            href={toBrowseHref({ ...state, pages: pages.length + 1 })}
            prefetch={false}
            variant="outlined"
            size="large"
            aria-busy={isLoadingMore}
            onClick={(event: { preventDefault: () => void }) => {
              event.preventDefault();
              if (!isLoadingMore) onMore();
            }}
          >
            {isLoadingMore ? t("browse.loading") : t("browse.more")}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function Empty({ hasFilters, onClear }: { hasFilters: boolean; onClear: () => void }) {
  const t = useTranslations("browse");
  return (
    <EmptyState
      title={t("emptyTitle")}
      level={3}
      actions={
        hasFilters ? (
          <Button variant="contained" onClick={onClear}>
            {t("clear")}
          </Button>
        ) : undefined
      }
    >
      {t("emptyText")}
    </EmptyState>
  );
}
