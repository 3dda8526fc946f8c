import Box from "@mui/material/Box";
import type { ReactNode } from "react";

type FactListProps = {
  facts: readonly { label: string; value: ReactNode }[];
  /** How narrow a column may get before it moves to the next row, in px. */
  columnMin?: number;
};

/** A few figures side by side, each under its label. */
export function FactList({ facts, columnMin = 130 }: FactListProps) {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: "grid",
        gridTemplateColumns: `repeat(auto-fit, minmax(${columnMin}px, 1fr))`,
        columnGap: 2,
        rowGap: 1.25,
        "& dt": { fontSize: "0.8125rem", color: "text.secondary", lineHeight: 1.45 },
        "& dd": { m: 0, fontWeight: 600, lineHeight: 1.35 },
      }}
    >
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </Box>
  );
}
