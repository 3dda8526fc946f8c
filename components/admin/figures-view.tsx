import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { StatTile } from "@/components/ui/stat-tile";
import text from "@/components/ui/type.module.css";
import styles from "./admin.module.css";
import { type ReadQuery, TableState } from "./table-state";

type FiguresViewProps = {
  /** What the figures are of, and what can be done with them. */
  controls: ReactNode;
  query: ReadQuery & { isPlaceholderData: boolean };
  tiles: readonly { label: string; value: number; note?: string }[];
  countedAt: string;
  /** Under the tiles. */
  children: ReactNode;
};

/** A page of figures: tiles, panels under them, and when it was counted. */
export function FiguresView({ controls, query, tiles, countedAt, children }: FiguresViewProps) {
  const t = useTranslations("admin");
  const format = useFormatter();
  return (
    <>
      <div className={styles.panelHead}>{controls}</div>
      <TableState query={query} />
      <div
        aria-busy={query.isPlaceholderData || undefined}
        className={classNames(query.isPlaceholderData && styles.busy)}
      >
        <div className={styles.tiles}>
          {tiles.map(({ label, value, note }) => (
            <StatTile key={label} label={label} value={format.number(value)} note={note} />
          ))}
        </div>
        {children}
      </div>
      <p className={classNames(text.caption, text.muted)} style={{ marginTop: 16 }}>
        {t("countedAt", { at: format.dateTime(new Date(countedAt), { dateStyle: "medium", timeStyle: "medium" }) })}
      </p>
    </>
  );
}
