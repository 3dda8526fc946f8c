"use client";

import Alert from "@mui/material/Alert";
import AlertTitle from "@mui/material/AlertTitle";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";

import { type ReactNode, useRef } from "react";
import { ActionToasts } from "@/components/actions/action-toast";
import { useSeededReactions } from "@/components/actions/use-reactions";

import { useErrorWords } from "@/components/careers/use-error-words";
import { CompareTray } from "@/components/compare/compare-tray";
import { ShareResults } from "@/components/share/share-results";
import { SectionHeading } from "@/components/ui/section-heading";
import { EmptyState } from "@/components/ui/state-message";
import type { ReactionListReply } from "@/lib/contracts/interactions";
import type { StoredResultsReply } from "@/lib/contracts/results";
import { ControlsDrawer } from "./controls-drawer";
import { ControlsPanel } from "./controls-panel";
import { toNextCount } from "./controls-url";
import { HistoryPanel } from "./history-panel";
import { ListStatus } from "./list-status";
import { ProfilePanel } from "./profile-panel";
import { ResultList } from "./result-list";
import { ResultNotes } from "./result-notes";
import styles from "./results.module.css";
import { ShowMore } from "./show-more";
import { SuitsNote } from "./suits-note";
import { UpdateNotice } from "./update-notice";
import { useFocusGrowth } from "./use-focus-growth";
import { useRerank } from "./use-rerank";

type ResultsViewProps = {
  initial: StoredResultsReply;
  /** How the person stands to careers. */
  reactions: ReactionListReply["items"];
  /** The settings that `initial` was made with; null when the address names none. */
  initialQuery: string | null;
  /** Under the list: what a guest can do to keep it. */
  keep?: ReactNode;
};

export function ResultsView({ initial, initialQuery, reactions, keep }: ResultsViewProps) {
  const t = useTranslations();
  useSeededReactions(reactions);
  const toWords = useErrorWords();
  const { reply, controls, isUpdating, error, change, reset, refresh, retry } = useRerank(initial, initialQuery);
  const section = useRef<HTMLElement>(null);
  const shown = reply.recommendations.length;
  const awaitGrowth = useFocusGrowth(section, shown);
  const panel = { controls, canUseWords: reply.mode === "hybrid", change, reset };
  return (
    <>
      <SectionHeading
        level={1}
        size="h1"
        title={t("results.title")}
        intro={t("results.intro")}
        action={<ShareResults reply={reply} />}
      />
      <ResultNotes mode={reply.mode} warnings={reply.warnings} />
      <Box sx={LAYOUT}>
        <Box component="section" ref={section} aria-labelledby="results-list" sx={{ minWidth: 0 }}>
          <Box sx={{ mb: 2, display: "flex", flexWrap: "wrap", columnGap: 2, alignItems: "baseline" }}>
            <Typography component="h2" variant="h3" id="results-list">
              {t("results.listTitle")}
            </Typography>
            <ListStatus recommendations={reply.recommendations} isUpdating={isUpdating} />
          </Box>
          {error === null ? null : (
            <Alert
              severity="error"
              sx={{ mb: 2 }}
              action={
                <Button color="inherit" size="small" onClick={retry}>
                  {t("common.retry")}
                </Button>
              }
            >
              <AlertTitle>{t("results.failedTitle")}</AlertTitle>
              {toWords(error)} {t("results.failedKeep")}
            </Alert>
          )}
          <UpdateNotice isUpdating={isUpdating} onUpdate={refresh} />
          {shown === 0 ? (
            <EmptyState title={t("results.emptyTitle")}>{t("results.emptyText")}</EmptyState>
          ) : (
            <ActionToasts>
              <ResultList reply={reply} />
            </ActionToasts>
          )}
          <ShowMore
            shown={shown}
            asked={controls.count}
            isDiverse={controls.isDiverse}
            isUpdating={isUpdating}
            onMore={() => {
              awaitGrowth();
              change({ count: toNextCount(controls.count) });
            }}
          />
          {reply.suits_basis === null ? null : <SuitsNote basis={reply.suits_basis} className={styles.suitsNote} />}
          <HistoryPanel history={reply.history} onChanged={refresh} />
          {keep}
          <ControlsDrawer {...panel} firstCareer={reply.recommendations[0]?.career} />
        </Box>
        <Box component="section" aria-labelledby="results-controls" sx={SIDE}>
          <Typography component="h2" variant="h4" id="results-controls">
            {t("results.controlsTitle")}
          </Typography>
          <Typography variant="body2" sx={{ color: "text.secondary", mt: 0.5, mb: 2 }}>
            {t("results.controlsIntro")}
          </Typography>
          <ControlsPanel {...panel} />
        </Box>
      </Box>
      <ProfilePanel reply={reply} previousSessionId={initial.previousSessionId} />
      <CompareTray />
    </>
  );
}

const LAYOUT = {
  display: "grid",
  gap: 3,
  alignItems: "start",
  gridTemplateColumns: { xs: "minmax(0, 1fr)", md: "minmax(0, 1fr) 320px" },
  "@media print": { display: "block" },
} as const;

const SIDE = {
  display: { xs: "none", md: "block" },
  position: "sticky",
  top: 80,
  maxHeight: "calc(100dvh - 96px)",
  overflowY: "auto",
  p: 2.5,
  borderRadius: 5,
  border: 1,
  borderColor: "divider",
  bgcolor: "background.paper",
  "@media print": { display: "none" },
} as const;
