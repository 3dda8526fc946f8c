"use client";

import { type ReactNode, useId } from "react";
import controls from "@/components/ui/controls.module.css";
import { SettingsPart } from "./settings-card";

type SwitchSettingProps = {
  title: string;
  note: string;
  isOn: boolean;
  words: { on: string; off: string };
  /** Left out where there is nothing to switch. */
  onChange?: (isOn: boolean) => void;
  children?: ReactNode;
};

/** A setting that is on or off, and says which in a word as well. */
export function SwitchSetting({ title, note, isOn, words, onChange, children }: SwitchSettingProps) {
  const id = useId();
  const state = isOn ? words.on : words.off;
  return (
    <SettingsPart
      title={title}
      note={<span id={`${id}-note`}>{note}</span>}
      control={
        onChange === undefined ? (
          <b>{state}</b>
        ) : (
          <label className={controls.switchRow}>
            <span aria-hidden="true">{state}</span>
            <input
              type="checkbox"
              role="switch"
              aria-label={title}
              aria-describedby={`${id}-note`}
              checked={isOn}
              aria-checked={isOn}
              onChange={(event) => onChange(event.target.checked)}
              className={controls.switch}
            />
          </label>
        )
      }
    >
      {children}
    </SettingsPart>
  );
}
