"use client";

import Button from "@mui/material/Button";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { SystemReply } from "@/lib/contracts/admin";
import styles from "./admin.module.css";
import { type Column, DataTable } from "./data-table";
import { FactRows } from "./fact-rows";
import { Panel } from "./panel";
import { systemOptions } from "./queries";
import table from "./table.module.css";
import { TableState } from "./table-state";
import { useSystemFacts } from "./use-system-facts";

/** What runs here and how it is doing. */
export function SystemView({ start }: { start: SystemReply }) {
  const t = useTranslations("admin.system");
  const query = useQuery({ ...systemOptions(), initialData: start });
  const facts = useSystemFacts(query.data);
  return (
    <>
      <TableState query={query} />
      <div className={styles.tools}>
        <Button
          variant="outlined"
          aria-disabled={query.isFetching || undefined}
          onClick={() => {
            if (!query.isFetching) void query.refetch();
          }}
        >
          {t("refresh")}
        </Button>
      </div>
      <Panel title={t("process")}>
        <FactRows rows={facts.process} />
      </Panel>
      <Panel title={t("database")}>
        <FactRows rows={facts.database} />
        <details className={styles.more}>
          <summary>{t("migrations", { count: query.data.database.migrations.length })}</summary>
          <Migrations migrations={query.data.database.migrations} />
        </details>
      </Panel>
      <Panel title={t("catalogue")}>
        <FactRows rows={facts.catalogue} />
      </Panel>
      <Panel title={t("errors")} intro={t("errorsIntro")}>
        <Errors errors={query.data.errors} />
      </Panel>
      <Panel title={t("settings")} intro={t("settingsIntro")}>
        <FactRows rows={facts.settings} />
      </Panel>
    </>
  );
}

function Migrations({ migrations }: { migrations: SystemReply["database"]["migrations"] }) {
  const t = useTranslations("admin.system");
  const format = useFormatter();
  const columns: Column<(typeof migrations)[number]>[] = [
    { key: "name", label: t("migration"), isHeader: true, render: ({ name }) => name },
    {
      ...{ key: "at", label: t("appliedAt") },
      render: ({ appliedAt }) =>
        appliedAt === null ? "–" : format.dateTime(new Date(appliedAt), { dateStyle: "medium", timeStyle: "short" }),
    },
  ];
  return <DataTable caption={t("migration")} columns={columns} rows={migrations} getKey={({ name }) => name} />;
}

function Errors({ errors }: { errors: SystemReply["errors"] }) {
  const t = useTranslations("admin.system");
  const format = useFormatter();
  const columns: Column<(typeof errors)[number]>[] = [
    {
      ...{ key: "route", label: t("route"), isHeader: true },
      render: ({ method, route }) => (
        <span className={table.route}>
          {method} {route}
        </span>
      ),
    },
    { key: "status", label: t("status"), isNumber: true, render: ({ status }) => status },
    { key: "count", label: t("count"), isNumber: true, render: ({ count }) => format.number(count) },
  ];
  if (errors.length === 0) return <p className={classNames(text.body, text.muted)}>{t("noErrors")}</p>;
  return (
    <DataTable
      caption={t("errorsCaption")}
      columns={columns}
      rows={errors}
      getKey={({ method, route, status }) => `${method} ${route} ${status}`}
    />
  );
}
