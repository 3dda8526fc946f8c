"use client";

import Button from "@mui/material/Button";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AppLink } from "@/components/ui/app-link";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { ClusterListReply } from "@/lib/contracts/careers";
import { FeedEnd, FeedError, FeedLoading } from "./feed-end";
import { JobFilters } from "./job-filters";
import { JobList } from "./job-list";
import { GuestNotice, JobNotices } from "./job-notices";
import styles from "./jobs.module.css";
import { JobsToolbar } from "./jobs-toolbar";
import { countFilters, withoutFilter } from "./jobs-url";
import { LearningMeter } from "./learning-meter";
import { ReasonChips } from "./reason-chips";
import { useFeed } from "./use-feed";
import { useJobsState } from "./use-jobs-state";
import { useSwiping } from "./use-swiping";

// The gestures are fetched where they are used: the list does without.
const Deck = dynamic(() => import("./deck").then((module) => module.Deck), { ssr: false, loading: DeckLoading });
const PreferencesSheet = dynamic(() => import("./preferences-sheet").then((module) => module.PreferencesSheet), {
  ssr: false,
});

function DeckLoading() {
  return (
    <div className={styles.stageAlone}>
      <FeedLoading />
    </div>
  );
}

type JobsViewProps = {
  clusters: ClusterListReply["clusters"];
  careerTitle: string | null;
  /** An account's id, or "guest". */
  owner: string;
};

/** The feed, as cards or as a list, with what narrows it down and what it has learned. */
export function JobsView({ clusters, careerTitle, owner }: JobsViewProps) {
  const t = useTranslations("jobs");
  const { view, filters, show, filter, clear } = useJobsState();
  const feed = useFeed(filters, owner, clusters);
  const swiping = useSwiping(owner);
  const [nowMs] = useState(() => Date.now());
  const [sheet, setSheet] = useState<"closed" | "open" | "never">("never");
  const openPreferences = () => setSheet("open");
  const narrowing = { filters, clusters, careerTitle, onFilter: filter };
  const learning = swiping.learning ?? feed.last?.learning ?? null;
  const end = (
    <End feed={feed} onWiden={(name) => filter(withoutFilter(filters, name))} onPreferences={openPreferences} />
  );
  return (
    <>
      <JobsToolbar view={view} onView={show} onClear={clear} onPreferences={openPreferences} {...narrowing} />
      <JobNotices state={swiping} owner={owner} />
      {view === "list" ? <GuestNotice state={swiping} owner={owner} /> : null}
      <div className={styles.layout}>
        <div className={styles.main}>
          {view === "deck" ? (
            feed.isLoading ? (
              <DeckLoading />
            ) : (
              <>
                <Deck cards={feed.cards} swiping={swiping} nowMs={nowMs} otherwise={end} />
                <ReasonChips swiping={swiping} owner={owner} />
              </>
            )
          ) : (
            <>
              <JobList jobs={feed.jobs} swiping={swiping} nowMs={nowMs} />
              {feed.hasMore && feed.cards.length > 0 ? (
                <div className={styles.more}>
                  <Button variant="outlined" onClick={feed.more} disabled={feed.isLoadingMore}>
                    {t(feed.isLoadingMore ? "list.loading" : "list.more")}
                  </Button>
                </div>
              ) : (
                end
              )}
            </>
          )}
        </div>
        <aside aria-label={t("aside")} className={styles.aside}>
          {view === "deck" ? <GuestNotice state={swiping} owner={owner} /> : null}
          {learning === null ? null : <LearningMeter learning={learning} />}
          {feed.last?.mode === "cold" ? (
            <p className={classNames(text.small, styles.cold)}>
              {t.rich("cold", { quiz: (chunks) => <AppLink href="/quiz">{chunks}</AppLink> })}
            </p>
          ) : null}
          <div className={styles.links}>
            <AppLink href="/applications">{t("applicationsLink")}</AppLink>
            <AppLink href="/jobs/swiped">{t("swipedLink")}</AppLink>
          </div>
          <div className={styles.filtersWide}>
            <div className={styles.filtersHead}>
              <h2 className={text.h4}>{t("filters.open")}</h2>
              {countFilters(filters) === 0 ? null : <Button onClick={clear}>{t("filters.clear")}</Button>}
            </div>
            <JobFilters {...narrowing} />
          </div>
        </aside>
      </div>
      {sheet === "never" ? null : (
        <PreferencesSheet
          isOpen={sheet === "open"}
          onClose={() => setSheet("closed")}
          owner={owner}
          clusters={clusters}
          onChanged={feed.restart}
        />
      )}
    </>
  );
}

type EndProps = {
  feed: ReturnType<typeof useFeed>;
  onWiden: Parameters<typeof FeedEnd>[0]["onWiden"];
  onPreferences: () => void;
};

/** What there is in place of jobs, or after the last. */
function End({ feed, onWiden, onPreferences }: EndProps) {
  if (feed.isLoading || (feed.hasMore && feed.error === null)) return <FeedLoading />;
  if (feed.error !== null) return <FeedError error={feed.error} onRetry={feed.retry} />;
  return (
    <FeedEnd
      widen={feed.last?.widen ?? []}
      hadSome={feed.jobs.length > 0}
      onWiden={onWiden}
      onPreferences={onPreferences}
    />
  );
}
