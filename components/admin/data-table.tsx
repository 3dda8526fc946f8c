"use client";

import { type ReactNode, useId } from "react";
import { classNames } from "@/components/ui/class-names";
import { VISUALLY_HIDDEN } from "@/components/ui/visually-hidden";
import styles from "./table.module.css";

export type Column<Row, Sort extends string = never> = {
  key: string;
  label: ReactNode;
  /** Set where the table can be ordered by it. */
  sort?: Sort;
  isNumber?: boolean;
  /** Left out where the screen is narrow. */
  isMinor?: boolean;
  /** The cell that names its row. */
  isHeader?: boolean;
  render: (row: Row) => ReactNode;
};

export type Order = "asc" | "desc";

export type DataTableProps<Row, Sort extends string> = {
  caption: string;
  columns: readonly Column<Row, Sort>[];
  rows: readonly Row[];
  getKey: (row: Row) => string;
  sort?: { by: Sort; order: Order; onSort: (by: Sort, order: Order) => void };
  /** While other rows are on their way. */
  isStale?: boolean;
};

const ARIA_SORT = { asc: "ascending", desc: "descending" } as const;

/** A real table that scrolls sideways by itself where the screen is too narrow; its minor columns are left out there. */
export function DataTable<Row, Sort extends string = never>(props: DataTableProps<Row, Sort>) {
  const { caption, columns, rows, getKey, sort, isStale = false } = props;
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a region that scrolls, reachable by keyboard
    <div
      role="region"
      aria-labelledby={id}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-busy={isStale || undefined}
      className={classNames(styles.scroll, isStale && styles.stale)}
    >
      <table className={styles.table}>
        <caption id={id} style={VISUALLY_HIDDEN}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                aria-sort={sort !== undefined && column.sort === sort.by ? ARIA_SORT[sort.order] : undefined}
                className={classNames(column.isNumber && styles.number, column.isMinor && styles.minor)}
              >
                {column.sort === undefined || sort === undefined ? (
                  column.label
                ) : (
                  <SortButton {...sort} column={column.sort}>
                    {column.label}
                  </SortButton>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={getKey(row)}>
              {columns.map(({ key, render, ...column }) => {
                const className = classNames(column.isNumber && styles.number, column.isMinor && styles.minor);
                return column.isHeader ? (
                  <th key={key} scope="row" className={className}>
                    {render(row)}
                  </th>
                ) : (
                  <td key={key} className={className}>
                    {render(row)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type SortButtonProps<Sort extends string> = {
  column: Sort;
  by: Sort;
  order: Order;
  onSort: (by: Sort, order: Order) => void;
  children: ReactNode;
};

function SortButton<Sort extends string>({ column, by, order, onSort, children }: SortButtonProps<Sort>) {
  const isOn = column === by;
  return (
    <button
      type="button"
      className={styles.sort}
      data-order={isOn ? order : undefined}
      onClick={() => onSort(column, isOn && order === "asc" ? "desc" : "asc")}
    >
      {children}
    </button>
  );
}
