import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";

type SectionHeadingProps = {
  title: ReactNode;
  /** A sentence under the title. */
  intro?: ReactNode;
  /** Heading level in the document; how it looks does not depend on it. */
  level?: 1 | 2 | 3;
  size?: "h1" | "h2" | "h3";
  id?: string;
  /** A control that belongs to the section, to the right of the title where there is room. */
  action?: ReactNode;
};

/** A section's title with its blaze: the short painted stroke that marks a trail. */
export function SectionHeading({ title, intro, level = 2, size = "h2", id, action }: SectionHeadingProps) {
  return (
    <Box sx={{ mb: { xs: 2.5, sm: 3.5 }, display: "flex", flexWrap: "wrap", gap: 2, alignItems: "flex-end" }}>
      <Box sx={{ flex: "1 1 18rem", minWidth: 0 }}>
        <Box aria-hidden="true" sx={{ width: 34, height: 7, borderRadius: 1, bgcolor: "blaze.main", mb: 1.5 }} />
        <Typography component={`h${level}`} variant={size} id={id}>
          {title}
        </Typography>
        {intro === undefined ? null : (
          <Typography variant="subtitle1" sx={{ color: "text.secondary", mt: 1, maxWidth: "62ch" }}>
            {intro}
          </Typography>
        )}
      </Box>
      {action}
    </Box>
  );
}
