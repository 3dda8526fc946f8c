import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { type ReactNode, useId } from "react";

type PageSectionProps = {
  title: string;
  /** A sentence under the title. */
  intro?: ReactNode;
  /** Where the figures come from or what to beware of, after the content. */
  note?: ReactNode;
  /** Takes the whole row where sections stand side by side. */
  isWide?: boolean;
  children: ReactNode;
};

/** One sheet of a career's page. */
export function PageSection({ title, intro, note, isWide = false, children }: PageSectionProps) {
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{
        minWidth: 0,
        p: { xs: 2.5, sm: 3 },
        borderRadius: 5,
        border: 1,
        borderColor: "divider",
        bgcolor: "background.paper",
        gridColumn: isWide ? "1 / -1" : undefined,
      }}
    >
      <Typography component="h2" variant="h3" id={id} sx={{ mb: 1.5 }}>
        {title}
      </Typography>
      {intro === undefined ? null : (
        <Typography variant="body2" sx={{ color: "text.secondary", mb: 2, maxWidth: "68ch" }}>
          {intro}
        </Typography>
      )}
      {children}
      {note === undefined ? null : (
        <Typography variant="caption" component="div" sx={{ color: "text.secondary", mt: 2 }}>
          {note}
        </Typography>
      )}
    </Box>
  );
}
