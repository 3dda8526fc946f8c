"use client";

import { createTheme } from "@mui/material/styles";
import { DARK_PALETTE, LIGHT_PALETTE } from "./palette";
import { COMPONENT_STYLES } from "./theme-components";
import { COLOR_SCHEME_ATTRIBUTE } from "./theme-settings";

const BODY = "var(--font-body), system-ui, sans-serif";
const HEADING = "var(--font-heading), var(--font-body), system-ui, sans-serif";

const headingStyle = { fontFamily: HEADING, letterSpacing: "-0.02em", textWrap: "balance" } as const;

/**
 * Trail markers on warm paper by day, a forest by night.
 * Phone first: sizes are for a narrow screen and grow with it, so no page needs its own type scale.
 */
export const theme = createTheme({
  cssVariables: { cssVarPrefix: "wm", colorSchemeSelector: COLOR_SCHEME_ATTRIBUTE },
  colorSchemes: { light: { palette: LIGHT_PALETTE }, dark: { palette: DARK_PALETTE } },
  // The step that `borderRadius` counts in within sx, in px; components set their own, more generous, in theme-components.
  shape: { borderRadius: 4 },
  focusVisible: { outlineWidth: "3px", outlineColor: "var(--wm-palette-secondary-main)", outlineOffset: "2px" },
  typography: {
    fontFamily: BODY,
    fontWeightMedium: 550,
    fontWeightBold: 700,
    h1: { ...headingStyle, fontWeight: 750, fontSize: "clamp(2.25rem, 1.4rem + 4vw, 4rem)", lineHeight: 1.04 },
    h2: { ...headingStyle, fontWeight: 700, fontSize: "clamp(1.625rem, 1.25rem + 1.7vw, 2.375rem)", lineHeight: 1.12 },
    h3: { ...headingStyle, fontWeight: 700, fontSize: "clamp(1.25rem, 1.1rem + 0.7vw, 1.5rem)", lineHeight: 1.2 },
    h4: { ...headingStyle, fontWeight: 650, fontSize: "1.1875rem", lineHeight: 1.3, letterSpacing: "-0.01em" },
    h5: { ...headingStyle, fontWeight: 650, fontSize: "1.0625rem", lineHeight: 1.35, letterSpacing: "-0.01em" },
    h6: { ...headingStyle, fontWeight: 650, fontSize: "1rem", lineHeight: 1.4, letterSpacing: 0 },
    subtitle1: { fontSize: "clamp(1.0625rem, 1rem + 0.4vw, 1.25rem)", lineHeight: 1.55, textWrap: "pretty" },
    subtitle2: { fontSize: "0.9375rem", fontWeight: 600, lineHeight: 1.45 },
    body1: { fontSize: "1rem", lineHeight: 1.6 },
    body2: { fontSize: "0.9375rem", lineHeight: 1.55 },
    caption: { fontSize: "0.8125rem", lineHeight: 1.45 },
    overline: {
      fontSize: "0.8125rem",
      fontWeight: 650,
      letterSpacing: "0.02em",
      lineHeight: 1.4,
      textTransform: "none",
    },
    button: { fontSize: "1rem", fontWeight: 650, textTransform: "none", letterSpacing: 0 },
  },
  components: COMPONENT_STYLES,
});
