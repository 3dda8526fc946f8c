import { useTranslations } from "next-intl";
import { ColumnBoard } from "@/components/ui/column-board";
import type { Application } from "@/lib/contracts/applications";
import { ApplicationCard } from "./application-card";
import { type ApplicationsState, STATUSES } from "./applications-url";
import { useIsNew } from "./use-seen";

type ApplicationsBoardProps = { items: readonly Application[]; shown: ApplicationsState };

/** A column a stage. */
export function ApplicationsBoard({ items, shown }: ApplicationsBoardProps) {
  const t = useTranslations("applications");
  const isNew = useIsNew();
  const columns = listColumns(shown).map((column) => ({
    key: column,
    title: column === "withdrawn" ? t("withdrawn") : t(`statuses.${column}`),
    cards: items
      .filter((item) => toColumn(item) === column)
      .map((item) => ({ key: item.id, card: <ApplicationCard application={item} isNew={isNew(item)} /> })),
  }));
  return <ColumnBoard label={t("boardLabel")} columns={columns} emptyText={t("nobody")} />;
}

type Column = (typeof STATUSES)[number] | "withdrawn";

/** Whatever stage it was at, what was withdrawn is on no way any more. */
const toColumn = ({ status, withdrawnAt }: Application): Column => (withdrawnAt === null ? status : "withdrawn");

/** Only those that something can be in. */
function listColumns({ state, status }: ApplicationsState): readonly Column[] {
  if (state === "withdrawn") return ["withdrawn"];
  const stages = STATUSES.filter((stage) => status === "" || stage === status);
  if (state === "open") return stages.filter((stage) => stage !== "HIRED" && stage !== "REJECTED");
  return [...stages, "withdrawn"];
}
