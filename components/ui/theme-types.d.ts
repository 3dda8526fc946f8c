import type {} from "@mui/material/themeCssVarsAugmentation";
import type { BrandColors } from "./palette";

declare module "@mui/material/styles" {
  interface CssThemeVariables {
    enabled: true;
  }
  interface Palette {
    /** Trail-blaze orange, for fills with dark text: the one call to action, marks, highlights. Never a text colour. */
    blaze: Palette["primary"];
    brand: BrandColors;
  }
  interface PaletteOptions {
    blaze?: PaletteOptions["primary"];
    brand?: BrandColors;
  }
}

declare module "@mui/material/Button" {
  interface ButtonPropsColorOverrides {
    blaze: true;
  }
}

declare module "@mui/material/Chip" {
  interface ChipPropsColorOverrides {
    blaze: true;
  }
  interface ChipPropsVariantOverrides {
    /** A quiet tinted label: facts about a career, tags. */
    soft: true;
  }
}
