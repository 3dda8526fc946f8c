import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { useErrorWords } from "@/components/careers/use-error-words";
import { EmptyState, ErrorState } from "@/components/ui/state-message";
import type { DiscoverReply } from "@/lib/contracts/jobs";
import styles from "./jobs.module.css";
import type { FilterName } from "./jobs-url";

type FeedEndProps = {
  widen: DiscoverReply["widen"];
  /** Something was decided or shown before the end. */
  hadSome: boolean;
  onWiden: (filter: FilterName) => void;
  onPreferences: () => void;
};

/** The end of the feed: what leaving one filter out would bring. */
export function FeedEnd({ widen, hadSome, onWiden, onPreferences }: FeedEndProps) {
  const t = useTranslations("jobs.end");
  return (
    <EmptyState
      title={t(hadSome ? "title" : "emptyTitle")}
      actions={
        <>
          {widen.map(({ filter, count }) => (
            <Button key={filter} variant="contained" onClick={() => onWiden(filter)}>
              {t(`widen.${filter}`, { count })}
            </Button>
          ))}
          <Button variant="outlined" onClick={onPreferences}>
            {t("preferences")}
          </Button>
          <Button variant="outlined" href="/jobs/swiped">
            {t("swiped")}
          </Button>
        </>
      }
    >
      {t(widen.length > 0 ? (hadSome ? "widenText" : "emptyWidenText") : hadSome ? "text" : "emptyText")}
    </EmptyState>
  );
}

/** The feed could not be asked for. */
export function FeedError({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTranslations();
  const toWords = useErrorWords();
  return (
    <ErrorState
      title={t("jobs.end.failedTitle")}
      actions={
        <Button variant="contained" onClick={onRetry}>
          {t("common.retry")}
        </Button>
      }
    >
      {toWords(error)}
    </ErrorState>
  );
}

/** The outline of cards on their way. */
export function FeedLoading() {
  const t = useTranslations("jobs.end");
  return (
    <div role="status" aria-label={t("loading")} className={styles.skeleton}>
      <span />
      <span />
      <span />
      <span />
      <span />
    </div>
  );
}
