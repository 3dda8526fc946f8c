"use client";

import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";

type QuizProgressProps = {
  /** Index of the question; `total` is the review. */
  index: number;
  total: number;
  /** Name of the part of the quiz. */
  part: string;
};

/** The trail so far: one blaze a question, the present one painted orange. */
export function QuizProgress({ index, total, part }: QuizProgressProps) {
  const t = useTranslations("quizUi");
  const text = index < total ? t("step", { number: index + 1, total }) : t("reviewStep", { total });
  return (
    <Box sx={{ mb: { xs: 3, sm: 5 } }}>
      <Box sx={{ display: "flex", justifyContent: "space-between", gap: 2, mb: 1 }}>
        <Typography component="p" role="status" variant="body2" sx={{ fontWeight: 650 }}>
          {text}
        </Typography>
        <Typography component="p" variant="body2" sx={{ color: "text.secondary", textAlign: "right" }}>
          {part}
        </Typography>
      </Box>
      <Box
        role="progressbar"
        aria-label={t("progress")}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={Math.min(index, total)}
        aria-valuetext={text}
        sx={{ display: "grid", gridTemplateColumns: `repeat(${total}, 1fr)`, gap: { xs: "3px", sm: "5px" } }}
      >
        {Array.from({ length: total }, (_, step) => (
          <Box
            // biome-ignore lint/suspicious/noArrayIndexKey: the step's number is what it is
            key={step}
            sx={{
              height: 8,
              borderRadius: 0.5,
              transition: "background-color 200ms",
              bgcolor: step < index ? "primary.main" : step === index ? "blaze.main" : "brand.track",
            }}
          />
        ))}
      </Box>
    </Box>
  );
}
