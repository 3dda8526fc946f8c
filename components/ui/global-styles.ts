import type { CSSObject } from "@mui/material/styles";
import { LIGHT_PALETTE } from "./palette";
import { COLOR_SCHEME_ATTRIBUTE } from "./theme-settings";

/** Paper is white whatever the screen shows: in the colors of the night its text would be light on light. */
const PAPER_COLORS = Object.fromEntries(
  Object.entries(LIGHT_PALETTE).flatMap(([name, value]): [string, string][] =>
    typeof value === "string"
      ? [[`--wm-palette-${name}`, value]]
      : Object.entries(value).map(([shade, color]) => [`--wm-palette-${name}-${shade}`, color]),
  ),
);

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
  // For links without clothes of their own.
  a: { color: "var(--wm-palette-primary-main)" },
  // The tray of careers to compare lies over the end of the page.
  ":root[data-tray] body": { paddingBottom: "4.75rem" },
  ":root[data-tray] .MuiSnackbar-root": { bottom: "5.5rem" },
  "::selection": {
    backgroundColor: "var(--wm-palette-blaze-main)",
    color: "var(--wm-palette-blaze-contrastText)",
  },
  ":focus-visible": { outline: "3px solid var(--wm-palette-secondary-main)", outlineOffset: "2px" },
  // Moved to by script so that its text is read out; a ring around a heading would look like a control.
  "[data-focus-target]:focus": { outline: "none" },
  "@media print": { [`:root[${COLOR_SCHEME_ATTRIBUTE}]`]: { ...PAPER_COLORS, colorScheme: "light" } },
  "@media (prefers-reduced-motion: reduce)": {
    "*, *::before, *::after": {
      animationDuration: "0.01ms !important",
      animationIterationCount: "1 !important",
      transitionDuration: "0.01ms !important",
      scrollBehavior: "auto !important",
    },
  },
};
