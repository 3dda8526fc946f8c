import Box from "@mui/material/Box";
import type { CareerSummary } from "@/lib/contracts/careers";
import { CareerCard } from "./career-card";

type CareerGridProps = {
  careers: readonly CareerSummary[];
  label: string;
  level?: 2 | 3;
  from?: string;
};

/** Careers side by side, as many as fit. */
export function CareerGrid({ careers, label, level, from }: CareerGridProps) {
  return (
    <Box
      component="ul"
      aria-label={label}
      sx={{
        m: 0,
        p: 0,
        listStyle: "none",
        display: "grid",
        gap: 2,
        gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 19rem), 1fr))",
      }}
    >
      {careers.map((career) => (
        <li key={career.code}>
          <CareerCard career={career} level={level} from={from} />
        </li>
      ))}
    </Box>
  );
}
