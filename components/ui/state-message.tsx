import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { TrailArt } from "./trail-art";

type StateMessageProps = {
  title: ReactNode;
  children?: ReactNode;
  /** What the person can do next: buttons or links. */
  actions?: ReactNode;
  level?: 1 | 2 | 3;
  /** `signpost`: nothing here yet; `fallen`: something broke; `fog`: not found or not reachable. */
  art?: "signpost" | "fallen" | "fog";
  /** Read out as soon as it appears; for states that replace content the person was using. */
  urgent?: boolean;
};

function StateMessage({ title, children, actions, level = 2, art = "signpost", urgent = false }: StateMessageProps) {
  return (
    <Box
      role={urgent ? "alert" : undefined}
      sx={{ textAlign: "center", maxWidth: 520, mx: "auto", py: { xs: 5, sm: 8 }, px: 2 }}
    >
      <TrailArt kind={art} />
      <Typography component={`h${level}`} variant="h2" sx={{ mt: 3 }}>
        {title}
      </Typography>
      {children === undefined ? null : (
        <Typography component="div" variant="subtitle1" sx={{ color: "text.secondary", mt: 1.5 }}>
          {children}
        </Typography>
      )}
      {actions === undefined ? null : (
        <Box sx={{ mt: 3, display: "flex", gap: 1.5, justifyContent: "center", flexWrap: "wrap" }}>{actions}</Box>
      )}
    </Box>
  );
}

/** An empty list or a first visit: nothing is wrong. */
export function EmptyState(props: Omit<StateMessageProps, "urgent">) {
  return <StateMessage {...props} />;
}

/** Something went wrong. Say what happened and what the person can do in `children` and `actions`. */
export function ErrorState(props: Omit<StateMessageProps, "urgent">) {
  return <StateMessage art="fallen" {...props} urgent />;
}
