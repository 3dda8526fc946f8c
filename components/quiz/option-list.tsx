"use client";

import CheckRounded from "@mui/icons-material/CheckRounded";
import Box from "@mui/material/Box";
import type { ShownQuestion } from "./shown-question";

type OptionListProps = {
  question: ShownQuestion;
  /** Ids of the chosen options. */
  chosen: readonly string[];
  /** One of them, or several. */
  type: "radio" | "checkbox";
  onToggle: (id: string, isPointer: boolean) => void;
  labelledBy: string;
  describedBy?: string;
};

type OptionRowProps = Pick<OptionListProps, "type" | "onToggle"> & {
  name: string;
  id: string;
  label: string;
  isChosen: boolean;
};

function OptionRow({ type, name, id, label, isChosen, onToggle }: OptionRowProps) {
  return (
    <Box
      component="label"
      sx={{
        position: "relative",
        display: "flex",
        alignItems: "center",
        gap: 1.75,
        minHeight: 56,
        px: 2,
        py: 1.25,
        borderRadius: 4,
        border: "1.5px solid",
        borderColor: isChosen ? "primary.main" : "brand.outline",
        bgcolor: isChosen ? "brand.pineTint" : "background.paper",
        cursor: "pointer",
        transition: "background-color 120ms",
        "@media (hover: hover)": { "&:hover": { bgcolor: "brand.pineTint" } },
        "&:has(:focus-visible)": { outline: "3px solid", outlineColor: "secondary.main", outlineOffset: "2px" },
      }}
    >
      <Box
        component="input"
        type={type}
        name={name}
        value={id}
        checked={isChosen}
        onClick={(event) => onToggle(id, event.detail > 0)}
        onChange={() => undefined}
        sx={{ position: "absolute", inset: 0, width: "100%", height: "100%", m: 0, opacity: 0, cursor: "pointer" }}
      />
      <Box
        aria-hidden="true"
        sx={{
          flex: "none",
          width: 24,
          height: 24,
          display: "grid",
          placeItems: "center",
          borderRadius: type === "radio" ? "50%" : 1.75,
          border: "2px solid",
          borderColor: isChosen ? "primary.main" : "brand.outline",
          bgcolor: isChosen ? "primary.main" : "transparent",
          color: "primary.contrastText",
        }}
      >
        {isChosen ? <CheckRounded sx={{ fontSize: 18 }} /> : null}
      </Box>
      <span>{label}</span>
    </Box>
  );
}

/** Options as large rows, each a native radio button or checkbox. */
export function OptionList({ question, chosen, type, onToggle, labelledBy, describedBy }: OptionListProps) {
  return (
    <Box
      role={type === "radio" ? "radiogroup" : "group"}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      sx={{ display: "grid", gap: 1.25 }}
    >
      {question.options?.map(({ id, label }) => (
        <OptionRow
          key={id}
          type={type}
          name={question.id}
          id={id}
          label={label}
          isChosen={chosen.includes(id)}
          onToggle={onToggle}
        />
      ))}
    </Box>
  );
}
