import { useTranslations } from "next-intl";
import { ColumnBoard } from "@/components/ui/column-board";
import type { ApplicationStatus } from "@/lib/contracts/applications";
import type { Applicant } from "@/lib/contracts/employer";
import { ApplicantCard } from "./applicant-card";
import { toColumns } from "./board-columns";

type BoardProps = {
  items: readonly Applicant[];
  statuses: readonly ApplicationStatus[];
  /** Whose move the server has not confirmed yet. */
  moving: ReadonlySet<string>;
  onMove: (applicant: Applicant, status: ApplicationStatus) => void;
};

/** A column a stage. */
export function Board({ items, statuses, moving, onMove }: BoardProps) {
  const t = useTranslations("employer");
  const columns = toColumns(items, statuses).map(({ status, entries }) => ({
    key: status,
    title: t(`statuses.${status}`),
    cards: entries.map(({ applicant, rank }) => {
      const { applicationId } = applicant;
      const isMoving = moving.has(applicationId);
      return {
        key: applicationId,
        card: <ApplicantCard applicant={applicant} rank={rank} isMoving={isMoving} onMove={onMove} />,
      };
    }),
  }));
  return <ColumnBoard label={t("board.label")} columns={columns} emptyText={t("board.nobody")} />;
}
