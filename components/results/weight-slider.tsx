"use client";

import Box from "@mui/material/Box";
import Slider from "@mui/material/Slider";
import Typography from "@mui/material/Typography";
import { memo, useId } from "react";

type WeightSliderProps<Name extends string> = {
  name: Name;
  label: string;
  /** 0 to 1 */
  value: number;
  /** How a value reads, shown beside the label and read aloud. */
  toText: (value: number) => string;
  onChange: (name: Name, value: number) => void;
  /** What the two ends mean. */
  ends?: readonly [string, string];
  note?: string;
  disabled?: boolean;
};

const STEP = 0.05;

function Labelled<Name extends string>(props: WeightSliderProps<Name>) {
  const { name, label, value, toText, onChange, ends, note, disabled = false } = props;
  const id = useId();
  return (
    <Box>
      <Box sx={{ display: "flex", justifyContent: "space-between", alignItems: "baseline", gap: 1.5 }}>
        <Typography component="span" variant="subtitle2" id={id}>
          {label}
        </Typography>
        {ends === undefined ? (
          <Typography component="span" variant="body2" sx={{ color: "text.secondary", whiteSpace: "nowrap" }}>
            {toText(value)}
          </Typography>
        ) : null}
      </Box>
      {/* Half a thumb on each side, so that the ends stay inside the panel. */}
      <Box sx={{ px: 1.25 }}>
        <Slider
          aria-labelledby={id}
          value={value}
          min={0}
          max={1}
          step={STEP}
          disabled={disabled}
          getAriaValueText={toText}
          onChange={(_, next) => onChange(name, Array.isArray(next) ? (next[0] ?? 0) : next)}
          sx={SLIDER}
        />
      </Box>
      {ends === undefined ? null : (
        <Box sx={{ display: "flex", justifyContent: "space-between", gap: 2, color: "text.secondary" }}>
          <Typography variant="caption">{ends[0]}</Typography>
          <Typography variant="caption" sx={{ textAlign: "right" }}>
            {ends[1]}
          </Typography>
        </Box>
      )}
      {note === undefined ? null : (
        <Typography variant="caption" component="p" sx={{ color: "text.secondary", mt: 0.5 }}>
          {note}
        </Typography>
      )}
    </Box>
  );
}

const SLIDER = {
  height: 8,
  py: "10px",
  // A finger needs the height that a mouse does not.
  "@media (pointer: coarse)": { py: "18px" },
  "& .MuiSlider-rail": { opacity: 1, bgcolor: "brand.track" },
  "& .MuiSlider-track": { border: "none" },
  "& .MuiSlider-thumb": {
    width: 26,
    height: 26,
    bgcolor: "background.paper",
    border: "3px solid",
    borderColor: "primary.main",
    "&::before": { boxShadow: "none" },
    "&.Mui-disabled": { borderColor: "text.disabled" },
  },
} as const;

/** A slider from 0 to 1 with its label, and with room for a thumb. */
export const WeightSlider = memo(Labelled) as typeof Labelled;
