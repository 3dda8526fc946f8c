"use client";

import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";
import type { ShownQuestion } from "./shown-question";

type TextInputProps = {
  question: ShownQuestion;
  value: string;
  onChange: (value: string) => void;
};

/** Free text with a counter. More than the limit may be typed or pasted, so that nothing is cut off behind one's back. */
export function TextInput({ question, value, onChange }: TextInputProps) {
  const t = useTranslations("quizUi");
  const max = question.textLengthMax ?? Number.POSITIVE_INFINITY;
  const over = value.length - max;
  const exampleId = `${question.id}-example`;
  return (
    <>
      <Typography id={exampleId} variant="body2" sx={{ color: "text.secondary", mb: 2 }}>
        {question.textExample}
      </Typography>
      <TextField
        id={question.id}
        label={t("textLabel")}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        multiline
        minRows={5}
        maxRows={14}
        fullWidth
        error={over > 0}
        helperText={over > 0 ? t("textTooLong", { over }) : t("textCount", { count: value.length, max })}
        slotProps={{
          htmlInput: { "aria-describedby": `${exampleId} ${question.id}-help` },
          formHelperText: { id: `${question.id}-help`, role: over > 0 ? "alert" : undefined },
        }}
      />
    </>
  );
}
