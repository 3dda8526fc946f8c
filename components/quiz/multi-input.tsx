"use client";

import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { OptionList } from "./option-list";
import type { ShownQuestion } from "./shown-question";

type MultiInputProps = {
  question: ShownQuestion;
  value: readonly string[];
  onChange: (value: string[]) => void;
  labelledBy: string;
};

/** Several options up to a limit. One more than the limit is not taken, and the line below says why. */
export function MultiInput({ question, value, onChange, labelledBy }: MultiInputProps) {
  const t = useTranslations("quizUi");
  const [isRefused, setIsRefused] = useState(false);
  const max = question.optionsMax ?? question.options?.length ?? 0;
  const statusId = `${question.id}-status`;
  const toggle = (id: string) => {
    const isChosen = value.includes(id);
    setIsRefused(!isChosen && value.length >= max);
    if (isChosen) onChange(value.filter((other) => other !== id));
    else if (value.length < max) onChange([...value, id]);
  };
  return (
    <>
      <OptionList
        question={question}
        chosen={value}
        type="checkbox"
        onToggle={toggle}
        labelledBy={labelledBy}
        describedBy={statusId}
      />
      <Typography
        id={statusId}
        role="status"
        variant="body2"
        sx={{ mt: 1.5, color: isRefused ? "secondary.main" : "text.secondary", fontWeight: isRefused ? 650 : 400 }}
      >
        {isRefused ? t("multiFull", { max }) : t("multiCount", { count: value.length, max })}
      </Typography>
    </>
  );
}
