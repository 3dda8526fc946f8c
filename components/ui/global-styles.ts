import type { CSSObject } from "@mui/material/styles";

/** Page-wide rules that belong to no component. Colours are the theme's CSS variables, so both schemes share them. */
export const GLOBAL_STYLES: Record<string, CSSObject> = {
  html: { scrollPaddingTop: "5rem", WebkitTextSizeAdjust: "100%" },
  body: {
    minHeight: "100dvh",
    display: "flex",
    flexDirection: "column",
    fontVariantNumeric: "tabular-nums",
    overflowWrap: "break-word",
  },
  "::selection": {
    backgroundColor: "var(--wm-palette-blaze-main)",
    color: "var(--wm-palette-blaze-contrastText)",
  },
  ":focus-visible": { outline: "3px solid var(--wm-palette-secondary-main)", outlineOffset: "2px" },
  // Moved to by script so that its text is read out; a ring around a heading would look like a control.
  "[data-focus-target]:focus": { outline: "none" },
  "@media (prefers-reduced-motion: reduce)": {
    "*, *::before, *::after": {
      animationDuration: "0.01ms !important",
      animationIterationCount: "1 !important",
      transitionDuration: "0.01ms !important",
      scrollBehavior: "auto !important",
    },
  },
};
