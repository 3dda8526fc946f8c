"use client";

import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";
import type { ReactNode, Ref } from "react";
import { DIMENSION_MAX, DIMENSION_MIN } from "@/lib/engine/profile/dimensions";
import type { ShownQuestion } from "./shown-question";

const STEPS = Array.from({ length: DIMENSION_MAX - DIMENSION_MIN + 1 }, (_, index) => DIMENSION_MIN + index);

type RatingInputProps = {
  question: ShownQuestion;
  value: number | null;
  /** `isPointer` tells a tap or click from the keyboard, which must never move the page on by itself. */
  onChoose: (value: number, isPointer: boolean) => void;
  labelledBy: string;
  groupRef: Ref<HTMLDivElement>;
};

function Anchor({
  id,
  number,
  side,
  children,
}: {
  id: string;
  number: string;
  side: "low" | "high";
  children: ReactNode;
}) {
  return (
    <Box id={id} sx={{ flex: 1, minWidth: 0, textAlign: { xs: "left", sm: side === "low" ? "left" : "right" } }}>
      <Typography component="span" variant="overline" sx={{ display: "block", color: "secondary.main" }}>
        {number}
      </Typography>
      <Typography component="span" variant="body1" sx={{ display: "block", textWrap: "pretty" }}>
        {children}
      </Typography>
    </Box>
  );
}

function Step({ name, step, isChecked, label, onChoose }: StepProps) {
  return (
    <Box
      sx={{
        position: "relative",
        display: "grid",
        placeItems: "center",
        minHeight: { xs: 54, sm: 58 },
        borderRadius: 3.5,
        border: "1.5px solid",
        borderColor: isChecked ? "primary.main" : "brand.outline",
        bgcolor: isChecked ? "primary.main" : "background.paper",
        color: isChecked ? "primary.contrastText" : "text.primary",
        transition: "background-color 120ms, transform 120ms",
        transform: isChecked ? "translateY(-2px)" : "none",
        "@media (hover: hover)": { "&:hover": { bgcolor: isChecked ? "primary.main" : "brand.pineTint" } },
        "&:has(:focus-visible)": { outline: "3px solid", outlineColor: "secondary.main", outlineOffset: "2px" },
      }}
    >
      <Box
        component="input"
        type="radio"
        name={name}
        value={step}
        checked={isChecked}
        aria-label={label}
        // A radio that is already chosen fires no change; a tap on it still means "this one, go on".
        onClick={(event) => onChoose(step, event.detail > 0)}
        onChange={() => undefined}
        sx={{ position: "absolute", inset: 0, width: "100%", height: "100%", m: 0, opacity: 0, cursor: "pointer" }}
      />
      <Typography
        component="span"
        aria-hidden="true"
        sx={{ fontFamily: "var(--font-heading)", fontSize: "1.25rem", fontWeight: 650, lineHeight: 1 }}
      >
        {step}
      </Typography>
    </Box>
  );
}

type StepProps = {
  name: string;
  step: number;
  isChecked: boolean;
  label: string;
  onChoose: (value: number, isPointer: boolean) => void;
};

/** Eleven native radio buttons: one row on a wide screen, two on a phone, with what both ends mean beside them. */
export function RatingInput({ question, value, onChoose, labelledBy, groupRef }: RatingInputProps) {
  const t = useTranslations("quizUi");
  const lowId = `${question.id}-low`;
  const highId = `${question.id}-high`;
  return (
    <Box sx={{ display: "flex", flexDirection: "column", gap: 2 }}>
      <Box sx={{ display: { xs: "block", sm: "none" } }}>
        <Anchor id={lowId} number={t("low")} side="low">
          {question.low}
        </Anchor>
      </Box>
      <Box
        ref={groupRef}
        role="radiogroup"
        aria-labelledby={labelledBy}
        aria-describedby={`${lowId} ${highId}`}
        sx={{
          display: "grid",
          gap: { xs: 0.75, sm: 1 },
          gridTemplateColumns: { xs: "repeat(6, 1fr)", sm: "repeat(11, 1fr)" },
        }}
      >
        {STEPS.map((step) => (
          <Step
            key={step}
            name={question.id}
            step={step}
            isChecked={value === step}
            label={t("ratingName", { value: step })}
            onChoose={onChoose}
          />
        ))}
      </Box>
      <Box sx={{ display: "flex", gap: 6 }}>
        <Box sx={{ flex: 1, display: { xs: "none", sm: "block" } }}>
          <Anchor id={`${lowId}-wide`} number={t("low")} side="low">
            {question.low}
          </Anchor>
        </Box>
        <Anchor id={highId} number={t("high")} side="high">
          {question.high}
        </Anchor>
      </Box>
    </Box>
  );
}
