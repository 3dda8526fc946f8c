import Box from "@mui/material/Box";
import { MeterBar } from "@/components/ui/meter-bar";

export type Meter = { label: string; value: number; valueText: string };

/** Several values on one scale under each other. */
export function MeterList({ meters, max }: { meters: readonly Meter[]; max: number }) {
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: "none", display: "grid", gap: 1.5 }}>
      {meters.map(({ label, value, valueText }) => (
        <li key={label}>
          <MeterBar label={label} value={value} max={max} valueText={valueText} />
        </li>
      ))}
    </Box>
  );
}
