import type { ReactNode } from "react";
import { classNames } from "./class-names";
import styles from "./primitives.module.css";
import text from "./type.module.css";

type RangeBarProps = {
  /** What the bar says in one sentence, read in place of the drawing. */
  label: string;
  /** Ends of the range in the unit of `scaleMax`; null is an end that is not published and fades out. */
  low: number | null;
  median: number | null;
  high: number | null;
  /** Value at the right edge, the same for all bars that are compared. */
  scaleMax: number;
  scaleMin?: number;
  lowText?: string;
  medianText?: string;
  highText?: string;
  /** A second range on the same scale, drawn as a clamp around the bar. Say it in `label` too. */
  mark?: { low: number | null; high: number | null };
};

const percentOf = (value: number, min: number, max: number): number =>
  max > min ? Math.min(100, Math.max(0, (100 * (value - min)) / (max - min))) : 0;

/** A wage-like range: from the 10th to the 90th percentile, with the median as a trail post. */
export function RangeBar(props: RangeBarProps) {
  const { label, low, median, high, scaleMax, scaleMin = 0, lowText, medianText, highText, mark } = props;
  const left = percentOf(low ?? scaleMin, scaleMin, scaleMax);
  const right = percentOf(high ?? scaleMax, scaleMin, scaleMax);
  const solid = "var(--wm-palette-primary-main)";
  const background = `linear-gradient(90deg, ${low === null ? "transparent" : solid}, ${solid} 30%, ${solid} 70%, ${high === null ? "transparent" : solid})`;
  return (
    <div role="img" aria-label={label}>
      {medianText === undefined || median === null ? null : (
        <PlacedText at={percentOf(median, scaleMin, scaleMax)} shift="-2rem">
          <span className={classNames(text.caption, styles.median)}>{medianText}</span>
        </PlacedText>
      )}
      <div className={styles.range}>
        <div className={styles.rangeTrack} />
        <div
          className={styles.rangeSpan}
          style={{ left: `${left}%`, width: `${Math.max(1, right - left)}%`, background }}
        />
        {mark === undefined ? null : <Mark {...mark} toPercent={(value) => percentOf(value, scaleMin, scaleMax)} />}
        {median === null ? null : (
          <div className={styles.rangePost} style={{ left: `${percentOf(median, scaleMin, scaleMax)}%` }} />
        )}
      </div>
      <PlacedText at={left} span={right - left}>
        <span className={classNames(text.caption, text.muted)}>{lowText}</span>
        <span className={classNames(text.caption, text.muted)}>{highText}</span>
      </PlacedText>
    </div>
  );
}

type MarkProps = { low: number | null; high: number | null; toPercent: (value: number) => number };

/** Open at an end that is not named. */
function Mark({ low, high, toPercent }: MarkProps) {
  const left = low === null ? 0 : toPercent(low);
  const right = high === null ? 100 : toPercent(high);
  return (
    <div
      className={styles.rangeMark}
      data-open={low === null ? "left" : high === null ? "right" : undefined}
      style={{ left: `${left}%`, width: `${right - left}%` }}
    />
  );
}

type PlacedTextProps = { at: number; span?: number; shift?: string; children: ReactNode };

/** Text under (or over) its place on the scale; near the right edge the space before it gives way, so it never leaves the bar. */
function PlacedText({ at, span = 0, shift = "0rem", children }: PlacedTextProps) {
  return (
    <div className={styles.placed}>
      <div className={styles.placedSpace} style={{ flex: `0 1 max(0px, calc(${at}% + ${shift}))` }} />
      <div className={styles.placedText} style={{ minWidth: `${span}%` }}>
        {children}
      </div>
    </div>
  );
}
