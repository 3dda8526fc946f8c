"use client";

import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { classNames } from "@/components/ui/class-names";
import native from "@/components/ui/controls.module.css";
import text from "@/components/ui/type.module.css";
import { OBJECTIVES, type Objective } from "@/lib/engine/scoring/objectives";
import type { Controls } from "./controls-url";
import styles from "./results.module.css";
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
    <div className={styles.controls}>
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
      <fieldset className={styles.weights}>
        <legend className={text.h5}>{t("weights")}</legend>
        <p className={classNames(text.caption, text.muted, styles.weightsHint)}>{t("weightHint")}</p>
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
      </fieldset>
      <div>
        <label className={native.switchRow}>
          <input
            type="checkbox"
            role="switch"
            checked={isDiverse}
            aria-checked={isDiverse}
            onChange={(event) => change({ isDiverse: event.target.checked })}
            className={native.switch}
          />
          {t("diversity")}
        </label>
        <p className={classNames(text.caption, text.muted)}>{t("diversityHint")}</p>
      </div>
      <Button variant="outlined" onClick={reset}>
        {t("reset")}
      </Button>
    </div>
  );
}
