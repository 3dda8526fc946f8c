"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useSettled } from "@/components/ui/use-settled";
import type { EntryLimits } from "./add-entries";
import { ChipsField } from "./chips-field";
import { skillsOptions } from "./queries";

const PAUSE_MS = 150;

type SkillsFieldProps = {
  value: readonly string[];
  onChange: (value: string[]) => void;
  limits: EntryLimits;
  hint: ReactNode;
};

/** Skills with suggestions from the catalogue. Without the server, typing one's own works as ever. */
export function SkillsField({ value, onChange, limits, hint }: SkillsFieldProps) {
  const t = useTranslations("account");
  const [typed, setTyped] = useState("");
  const q = useSettled(typed, PAUSE_MS);
  const { data, isError } = useQuery(skillsOptions(q));
  return (
    <ChipsField
      id="skills"
      label={t("profile.skills")}
      hint={isError ? t("chips.noSuggestions") : hint}
      placeholder={t("profile.skillsPlaceholder")}
      value={value}
      onChange={onChange}
      onTyped={setTyped}
      suggestions={typed === "" ? [] : data?.items}
      separators={/[,;\n]/}
      limits={limits}
    />
  );
}
