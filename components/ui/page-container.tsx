import Container from "@mui/material/Container";
import type { ReactNode } from "react";

type PageContainerProps = {
  children: ReactNode;
  /** How wide the content may get: `text` for reading and forms, `page` for lists and dashboards. */
  width?: "text" | "page";
  /** The page's own first and last spacing; off for bands that carry their own. */
  padded?: boolean;
};

/** The horizontal measure every page shares. The main landmark is in the root layout. */
export function PageContainer({ children, width = "page", padded = true }: PageContainerProps) {
  return (
    <Container
      maxWidth={false}
      sx={{
        maxWidth: width === "text" ? 760 : 1160,
        px: { xs: 2.5, sm: 4 },
        py: padded ? { xs: 3, sm: 5 } : 0,
      }}
    >
      {children}
    </Container>
  );
}
