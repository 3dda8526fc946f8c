"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import FormControlLabel from "@mui/material/FormControlLabel";
import Switch from "@mui/material/Switch";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { OBJECTIVES, type Objective } from "@/lib/engine/scoring/objectives";
import type { Controls } from "./controls-url";
import { WeightSlider } from "./weight-slider";

export type ControlsPanelProps = {
  controls: Controls;
  /** False when no language model is loaded: then only the ratings can match. */
  canUseWords: boolean;
  change: (part: Partial<Controls>) => void;
  reset: () => void;
};

/** Everything that decides the order: the two ways to match, what else counts, and one career per kind of work. */
export function ControlsPanel({ controls, canUseWords, change, reset }: ControlsPanelProps) {
  const t = useTranslations("results");
  const { alpha, weights, isDiverse } = controls;
  const setAlpha = useCallback((_: "alpha", value: number) => change({ alpha: value }), [change]);
  const setWeight = useCallback(
    (name: Objective, value: number) => change({ weights: { ...weights, [name]: value } }),
    [change, weights],
  );
  const toAlphaText = useCallback(
    (value: number) => t("alphaValue", { high: Math.round(100 * value), low: Math.round(100 * (1 - value)) }),
    [t],
  );
  const toWeightText = useCallback(
    (value: number) => (value === 0 ? t("weightOff") : t("weightOn", { percent: Math.round(100 * value) })),
    [t],
  );
  return (
    <Box sx={{ display: "grid", gap: 2 }}>
      <WeightSlider
        name="alpha"
        label={t("alpha")}
        value={canUseWords ? alpha : 0}
        toText={toAlphaText}
        onChange={setAlpha}
        ends={[t("alphaLow"), t("alphaHigh")]}
        disabled={!canUseWords}
        note={canUseWords ? undefined : t("alphaOff")}
      />
      <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0, display: "grid", gap: 0.5 }}>
        <Typography component="legend" variant="h6" sx={{ p: 0 }}>
          {t("weights")}
        </Typography>
        <Typography variant="caption" component="p" sx={{ color: "text.secondary", mb: 1 }}>
          {t("weightHint")}
        </Typography>
        {OBJECTIVES.map((name) => (
          <WeightSlider
            key={name}
            name={name}
            label={t(`weight.${name}`)}
            value={weights[name]}
            toText={toWeightText}
            onChange={setWeight}
          />
        ))}
      </Box>
      <Box>
        <FormControlLabel
          control={<Switch checked={isDiverse} onChange={(_, checked) => change({ isDiverse: checked })} />}
          label={t("diversity")}
          sx={{ minHeight: 44, "& .MuiFormControlLabel-label": { fontWeight: 600 } }}
        />
        <Typography variant="caption" component="p" sx={{ color: "text.secondary" }}>
          {t("diversityHint")}
        </Typography>
      </Box>
      <Button variant="outlined" onClick={reset}>
        {t("reset")}
      </Button>
    </Box>
  );
}
