"use client";

import Skeleton from "@mui/material/Skeleton";
import dynamic from "next/dynamic";
import { useFormatter, useTranslations } from "next-intl";
import { useId } from "react";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import styles from "./activity.module.css";
import type { Bar } from "./bar-drawing";

// The chart library is larger than the rest of the page's script together.
const BarDrawing = dynamic(() => import("./bar-drawing").then((module) => module.BarDrawing), {
  ssr: false,
  loading: () => <Skeleton variant="rounded" height="100%" />,
});

type ChartFigureProps = {
  title: string;
  /** What the bars are, heading their names in the table. */
  names: string;
  bars: readonly Bar[];
  /** Names of the bars where they are too short for the table. */
  toName?: (at: number) => string;
  isLying?: boolean;
  isWide?: boolean;
};

const STANDING_HEIGHT = 220;
const BAR_HEIGHT = 40;

/** A drawing of some counts, and behind it the counts themselves as a table, for everybody. */
export function ChartFigure({ title, names, bars, toName, isLying = false, isWide = false }: ChartFigureProps) {
  const t = useTranslations("activityPage");
  const format = useFormatter();
  const id = useId();
  const height = isLying ? bars.length * BAR_HEIGHT + 40 : STANDING_HEIGHT;
  return (
    <section aria-labelledby={id} className={classNames(styles.sheet, isWide && styles.wide)}>
      <h2 id={id} className={text.h4}>
        {title}
      </h2>
      <div aria-hidden="true" className={styles.drawing} style={{ height }}>
        <BarDrawing bars={bars} isLying={isLying} height={height} />
      </div>
      <details className={styles.numbers}>
        <summary>{t("numbers")}</summary>
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{names}</th>
              <th scope="col">{t("times")}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ label, value }, at) => (
              <tr key={label}>
                <th scope="row">{toName?.(at) ?? label}</th>
                <td>{format.number(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
