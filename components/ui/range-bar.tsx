import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";

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
      <Box sx={{ position: "relative", height: 22 }}>
        <Box sx={{ position: "absolute", inset: "7px 0", borderRadius: 1, bgcolor: "brand.track" }} />
        <Box
          sx={{ position: "absolute", top: 7, height: 8, borderRadius: 1, background }}
          style={{ left: `${left}%`, width: `${Math.max(1, right - left)}%` }}
        />
        {median === null ? null : (
          <Box
            sx={{
              position: "absolute",
              top: 0,
              width: 8,
              height: 22,
              ml: "-4px",
              borderRadius: 0.5,
              bgcolor: "blaze.main",
              border: "2px solid",
              borderColor: "background.paper",
              boxSizing: "content-box",
              mt: "-2px",
            }}
            style={{ left: `${percentOf(median, scaleMin, scaleMax)}%` }}
          />
        )}
      </Box>
      <Box sx={{ display: "flex", justifyContent: "space-between", gap: 1, mt: 0.5 }}>
        {[lowText, medianText, highText].map((text, index) => (
          <Typography
            // biome-ignore lint/suspicious/noArrayIndexKey: three fixed places, never reordered
            key={index}
            variant="caption"
            sx={{ color: index === 1 ? "text.primary" : "text.secondary", fontWeight: index === 1 ? 650 : 400 }}
          >
            {text}
          </Typography>
        ))}
      </Box>
    </Box>
  );
}
