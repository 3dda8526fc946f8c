import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";

type MeterBarProps = {
  label: string;
  value: number;
  max?: number;
  /** The value as a person reads it, shown at the right and read aloud. */
  valueText: string;
  /** A second value on the same scale, drawn as a post: the career beside the person. Say it in `valueText` too. */
  compareValue?: number;
  tone?: "primary" | "blaze";
};

/** One value on a scale. The numbers are in the text, so the bar itself is only for the eye. */
export function MeterBar({ label, value, max = 10, valueText, compareValue, tone = "primary" }: MeterBarProps) {
  const percent = (amount: number) => `${Math.min(100, Math.max(0, (100 * amount) / max))}%`;
  return (
    <Box>
      <Box sx={{ display: "flex", justifyContent: "space-between", gap: 2, alignItems: "baseline" }}>
        <Typography component="span" variant="body2" sx={{ fontWeight: 550 }}>
          {label}
        </Typography>
        <Typography component="span" variant="body2" sx={{ color: "text.secondary", whiteSpace: "nowrap" }}>
          {valueText}
        </Typography>
      </Box>
      <Box
        aria-hidden="true"
        sx={{ position: "relative", height: 10, mt: 0.75, borderRadius: 1, bgcolor: "brand.track" }}
      >
        <Box
          sx={{ height: "100%", borderRadius: 1, bgcolor: tone === "blaze" ? "blaze.main" : "primary.main" }}
          style={{ width: percent(value) }}
        />
        {compareValue === undefined ? null : (
          <Box
            sx={{
              position: "absolute",
              top: -4,
              width: 6,
              height: 18,
              ml: "-3px",
              borderRadius: 0.5,
              bgcolor: "blaze.main",
              outline: "2px solid",
              outlineColor: "var(--wm-palette-background-paper)",
            }}
            style={{ left: percent(compareValue) }}
          />
        )}
      </Box>
    </Box>
  );
}
