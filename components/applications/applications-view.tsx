"use client";

import Button from "@mui/material/Button";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useAddressState } from "@/components/admin/use-address-state";
import { FilterSelect } from "@/components/careers/filter-select";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/state-message";
import { VISUALLY_HIDDEN } from "@/components/ui/visually-hidden";
import type { Application, ApplicationListReply } from "@/lib/contracts/applications";
import { ApplicationCard } from "./application-card";
import styles from "./applications.module.css";
import { ApplicationsBoard } from "./applications-board";
import {
  type ApplicationsState,
  parseApplicationsState,
  STATES,
  STATUSES,
  toApplicationsHref,
  USUAL_STATE,
  VIEWS,
} from "./applications-url";
import { HeldNote } from "./held-note";
import { applicationsOptions } from "./queries";
import { StaleNote } from "./stale-note";
import { useIsNew } from "./use-seen";

type ApplicationsViewProps = {
  /** The first page of what the address asks for. */
  initial: ApplicationListReply;
  initialState: ApplicationsState;
};

/** Somebody's applications, by stage or by time. */
export function ApplicationsView({ initial, initialState }: ApplicationsViewProps) {
  const t = useTranslations("applications");
  const [shown, show] = useAddressState(parseApplicationsState, toApplicationsHref);
  const isInitial = shown.state === initialState.state && shown.status === initialState.status;
  const query = useInfiniteQuery({
    ...applicationsOptions(shown),
    ...(isInitial ? { initialData: { pages: [initial], pageParams: [""] } } : {}),
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const isFiltered = shown.state !== USUAL_STATE.state || shown.status !== USUAL_STATE.status;
  if (items.length === 0 && !isFiltered && !query.isPlaceholderData) return <NoApplications />;
  return (
    <>
      {initial.isHeld ? <HeldNote next="/applications" /> : null}
      <Toolbar shown={shown} onShow={show} />
      <StaleNote query={query} />
      <div aria-busy={query.isPlaceholderData}>
        {items.length === 0 ? <NoneLikeThis onShowAll={() => show({ ...USUAL_STATE, view: shown.view })} /> : null}
        {items.length === 0 ? null : shown.view === "board" ? (
          <ApplicationsBoard items={items} shown={shown} />
        ) : (
          <ApplicationList items={items} />
        )}
      </div>
      {query.hasNextPage ? (
        <Button
          variant="outlined"
          sx={{ mt: 3 }}
          aria-disabled={query.isFetchingNextPage || undefined}
          onClick={() => void query.fetchNextPage()}
        >
          {t("more")}
        </Button>
      ) : null}
    </>
  );
}

function Toolbar({ shown, onShow }: { shown: ApplicationsState; onShow: (state: ApplicationsState) => void }) {
  const t = useTranslations("applications");
  const status = STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) }));
  return (
    <div className={styles.toolbar}>
      <nav aria-label={t("viewLabel")} className={styles.views}>
        {VIEWS.map((view) => (
          <AppLink
            key={view}
            href={toApplicationsHref({ ...shown, view })}
            scroll={false}
            aria-current={shown.view === view ? "page" : undefined}
          >
            {t(`views.${view}`)}
          </AppLink>
        ))}
      </nav>
      <FilterSelect
        name="state"
        label={t("state")}
        value={shown.state}
        options={STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
        onChange={(value) => onShow({ ...shown, state: STATES.find((state) => state === value) ?? "all" })}
      />
      <FilterSelect
        name="status"
        label={t("status")}
        value={shown.status}
        options={[{ value: "", label: t("anyStatus") }, ...status]}
        onChange={(value) => onShow({ ...shown, status: STATUSES.find((stage) => stage === value) ?? "" })}
      />
    </div>
  );
}

function ApplicationList({ items }: { items: readonly Application[] }) {
  const t = useTranslations("applications");
  const isNew = useIsNew();
  return (
    <section aria-labelledby="applications-list">
      <h2 id="applications-list" style={VISUALLY_HIDDEN}>
        {t("listLabel")}
      </h2>
      <ol className={styles.list}>
        {items.map((application) => (
          <li key={application.id}>
            <ApplicationCard application={application} isNew={isNew(application)} hasStatus />
          </li>
        ))}
      </ol>
    </section>
  );
}

export function NoApplications() {
  const t = useTranslations("applications");
  return (
    <EmptyState
      title={t("emptyTitle")}
      actions={
        <Button variant="contained" color="blaze" size="large" href="/jobs">
          {t("toJobs")}
        </Button>
      }
    >
      {t("emptyText")}
    </EmptyState>
  );
}

function NoneLikeThis({ onShowAll }: { onShowAll: () => void }) {
  const t = useTranslations("applications");
  return (
    <EmptyState
      title={t("noneTitle")}
      actions={
        <Button variant="outlined" onClick={onShowAll}>
          {t("showAll")}
        </Button>
      }
    >
      {t("noneText")}
    </EmptyState>
  );
}
