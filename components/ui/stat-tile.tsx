import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";

type StatTileProps = {
  /** The figure or the few words that count. */
  value: ReactNode;
  label: ReactNode;
  /** What the figure means or where it comes from. */
  note?: ReactNode;
  /** `plain` sits on the page, `card` on its own surface. */
  variant?: "plain" | "card";
};

export function StatTile({ value, label, note, variant = "card" }: StatTileProps) {
  const card = { p: 2.5, borderRadius: 5, bgcolor: "background.paper", border: 1, borderColor: "divider" };
  return (
    <Box sx={{ minWidth: 0, height: "100%", ...(variant === "card" ? card : {}) }}>
      <Typography component="p" variant="body2" sx={{ color: "text.secondary", fontWeight: 550 }}>
        {label}
      </Typography>
      <Typography component="p" variant="h3" sx={{ mt: 0.5 }}>
        {value}
      </Typography>
      {note === undefined ? null : (
        <Typography component="p" variant="caption" sx={{ color: "text.secondary", mt: 0.75 }}>
          {note}
        </Typography>
      )}
    </Box>
  );
}
