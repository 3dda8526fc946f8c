"use client";

import { type CSSProperties, memo, useId } from "react";
import { classNames } from "@/components/ui/class-names";
import controls from "@/components/ui/controls.module.css";
import text from "@/components/ui/type.module.css";
import styles from "./results.module.css";

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
  // The thumb's middle moves from half a thumb inside the left end to half a thumb inside the right one.
  const fill = { "--fill": `calc(13px + ${value} * (100% - 26px))` } as CSSProperties;
  return (
    <div>
      <div className={styles.sliderHead}>
        <label htmlFor={id} className={text.label}>
          {label}
        </label>
        {ends === undefined ? <span className={classNames(text.small, text.muted)}>{toText(value)}</span> : null}
      </div>
      <input
        type="range"
        id={id}
        min={0}
        max={1}
        step={STEP}
        value={value}
        disabled={disabled}
        aria-valuenow={value}
        aria-valuetext={toText(value)}
        onChange={(event) => onChange(name, event.target.valueAsNumber)}
        className={controls.range}
        style={fill}
      />
      {ends === undefined ? null : (
        <div className={classNames(text.caption, text.muted, styles.sliderEnds)}>
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </div>
      )}
      {note === undefined ? null : <p className={classNames(text.caption, text.muted)}>{note}</p>}
    </div>
  );
}

/** A slider from 0 to 1 with its label. */
export const WeightSlider = memo(Labelled) as typeof Labelled;
