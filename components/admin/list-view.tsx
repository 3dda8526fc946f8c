import type { ReactNode } from "react";
import styles from "./admin.module.css";
import { DataTable, type DataTableProps } from "./data-table";
import { type ReadQuery, TableState } from "./table-state";

type ListViewProps<Row, Sort extends string> = Omit<DataTableProps<Row, Sort>, "isStale"> & {
  /** The page's own address: where the filters lead without scripts. */
  action: string;
  filters: ReactNode;
  query: ReadQuery & { isPlaceholderData: boolean };
  empty: { title: string; text: string };
  /** Takes every filter back; undefined where there is none. */
  onClear: (() => void) | undefined;
  /** Under the table. */
  foot: ReactNode;
};

/** Filters, and the table of what they leave. */
export function ListView<Row, Sort extends string = never>(props: ListViewProps<Row, Sort>) {
  const { action, filters, query, empty, onClear, foot, ...table } = props;
  const isEmpty = table.rows.length === 0;
  return (
    <>
      <search>
        <form action={action} onSubmit={(event) => event.preventDefault()} className={styles.filters}>
          {filters}
        </form>
      </search>
      <TableState query={query} empty={isEmpty ? empty : null} onClear={onClear} />
      {isEmpty ? null : (
        <>
          <DataTable {...table} isStale={query.isPlaceholderData} />
          {foot}
        </>
      )}
    </>
  );
}
