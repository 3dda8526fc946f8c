import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";

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
};

const percentOf = (value: number, min: number, max: number): number =>
  max > min ? Math.min(100, Math.max(0, (100 * (value - min)) / (max - min))) : 0;

/** A wage-like range: from the 10th to the 90th percentile, with the median as a trail post. */
export function RangeBar(props: RangeBarProps) {
  const { label, low, median, high, scaleMax, scaleMin = 0, lowText, medianText, highText } = props;
  const left = percentOf(low ?? scaleMin, scaleMin, scaleMax);
  const right = percentOf(high ?? scaleMax, scaleMin, scaleMax);
  const solid = "var(--wm-palette-primary-main)";
  const background = `linear-gradient(90deg, ${low === null ? "transparent" : solid}, ${solid} 30%, ${solid} 70%, ${high === null ? "transparent" : solid})`;
  return (
    <Box role="img" aria-label={label}>
      {medianText === undefined || median === null ? null : (
        <PlacedText at={percentOf(median, scaleMin, scaleMax)} shift="-2rem">
          <Typography variant="caption" component="span" sx={{ fontWeight: 650 }}>
            {medianText}
          </Typography>
        </PlacedText>
      )}
      <Box sx={{ position: "relative", height: 22 }}>
        <Box sx={{ position: "absolute", inset: "7px 0", borderRadius: 1, bgcolor: "brand.track" }} />
        <Box
          sx={{ position: "absolute", top: 7, height: 8, borderRadius: 1, background }}
          style={{ left: `${left}%`, width: `${Math.max(1, right - left)}%` }}
        />
        {median === null ? null : <Post at={percentOf(median, scaleMin, scaleMax)} />}
      </Box>
      <PlacedText at={left} span={right - left}>
        <Typography variant="caption" component="span" sx={{ color: "text.secondary" }}>
          {lowText}
        </Typography>
        <Typography variant="caption" component="span" sx={{ color: "text.secondary" }}>
          {highText}
        </Typography>
      </PlacedText>
    </Box>
  );
}

type PlacedTextProps = { at: number; span?: number; shift?: string; children: ReactNode };

/** Text under (or over) its place on the scale; near the right edge the space before it gives way, so it never leaves the bar. */
function PlacedText({ at, span = 0, shift = "0rem", children }: PlacedTextProps) {
  return (
    <Box sx={{ display: "flex" }}>
      <Box sx={{ minWidth: 0 }} style={{ flex: `0 1 max(0px, calc(${at}% + ${shift}))` }} />
      <Box
        sx={{ flex: "0 0 auto", display: "flex", justifyContent: "space-between", gap: 1.5 }}
        style={{ minWidth: `${span}%` }}
      >
        {children}
      </Box>
    </Box>
  );
}

function Post({ at }: { at: number }) {
  return (
    <Box
      sx={{
        position: "absolute",
        top: 0,
        width: 8,
        height: 22,
        mt: "-2px",
        ml: "-6px",
        borderRadius: 1,
        bgcolor: "blaze.main",
        border: "2px solid",
        borderColor: "background.paper",
        boxSizing: "content-box",
      }}
      style={{ left: `${at}%` }}
    />
  );
}
