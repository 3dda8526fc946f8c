import type { ColorSystemOptions } from "@mui/material/styles";

type PaletteOptions = NonNullable<ColorSystemOptions["palette"]>;

/**
 * Colours with a meaning that MUI has no slot for.
 * Every text colour here has at least 4.5:1 on every surface it is meant for, in both schemes.
 */
export type BrandColors = {
  /** A band or card that stands out by depth: pine in both schemes. */
  band: string;
  bandText: string;
  bandMuted: string;
  /** Quiet surface one step off the page, for wells, tracks and sample areas. */
  sunken: string;
  /** A tint of the primary, for chosen options; `primary.dark` or `text.primary` is legible on it. */
  pineTint: string;
  blazeTint: string;
  /** Thin drawn lines: contours, dashed trails. Decoration only. */
  contour: string;
  /** The empty part of a bar. At least 3:1 against what fills it. */
  track: string;
  /** Border of a control: at least 3:1 against the page. */
  outline: string;
  /** The painted landscape, from far to near. */
  sky: string;
  sun: string;
  peaks: string;
  hillFar: string;
  hillMid: string;
  hillNear: string;
};

export const LIGHT_PALETTE = {
  primary: { main: "#1D5B43", light: "#3F8163", dark: "#12402E", contrastText: "#FFFDF6" },
  secondary: { main: "#9C430A", light: "#C45F1B", dark: "#762F03", contrastText: "#FFFDF6" },
  blaze: { main: "#F28C2E", light: "#F8B26F", dark: "#DD7413", contrastText: "#2B1604" },
  error: { main: "#AF2A20", light: "#CE5048", dark: "#7F1710", contrastText: "#FFFDF6" },
  warning: { main: "#845200", light: "#B47A1C", dark: "#5F3A00", contrastText: "#FFFDF6" },
  info: { main: "#1F5876", light: "#447F9F", dark: "#113E56", contrastText: "#FFFDF6" },
  success: { main: "#23673D", light: "#4B8C63", dark: "#124A28", contrastText: "#FFFDF6" },
  background: { default: "#F8F3E8", paper: "#FFFDF7" },
  text: { primary: "#1E2921", secondary: "#4C594F", disabled: "#6B766D" },
  divider: "#E2D9C5",
  brand: {
    band: "#173F30",
    bandText: "#F7F3E6",
    bandMuted: "#BCD2C2",
    sunken: "#F0E9D9",
    pineTint: "#DFEBDF",
    blazeTint: "#FCE6CC",
    contour: "#D8CDB4",
    track: "#E3DAC6",
    outline: "#7F887C",
    sky: "#FCE6CC",
    sun: "#F28C2E",
    peaks: "#D8CDB4",
    hillFar: "#94B39A",
    hillMid: "#447E63",
    hillNear: "#123528",
  },
} as const satisfies PaletteOptions;

export const DARK_PALETTE = {
  primary: { main: "#86D4AB", light: "#A9E4C5", dark: "#B4EACD", contrastText: "#06281A" },
  secondary: { main: "#F6AE68", light: "#FBC894", dark: "#FFD3A5", contrastText: "#2B1604" },
  blaze: { main: "#F39A45", light: "#F8B26F", dark: "#FFAD5C", contrastText: "#2B1604" },
  error: { main: "#FFB1A6", light: "#FFC9C1", dark: "#E5786B", contrastText: "#3B0905" },
  warning: { main: "#F2C464", light: "#F7D78F", dark: "#DDA935", contrastText: "#2E2000" },
  info: { main: "#95CDE8", light: "#B6DEF1", dark: "#64A9CB", contrastText: "#062433" },
  success: { main: "#8FD6A5", light: "#B0E3C0", dark: "#5FB57B", contrastText: "#06281A" },
  background: { default: "#0F1E17", paper: "#182A21" },
  text: { primary: "#EEF2EA", secondary: "#B5C4B8", disabled: "#8A998D" },
  divider: "#2C4036",
  brand: {
    band: "#1D4232",
    bandText: "#F3F4EA",
    bandMuted: "#B7CDBE",
    sunken: "#13251C",
    pineTint: "#21402F",
    blazeTint: "#43301A",
    contour: "#2E483B",
    track: "#30463B",
    outline: "#74857A",
    sky: "#15323B",
    sun: "#F6E2B3",
    peaks: "#23494C",
    hillFar: "#2B5A49",
    hillMid: "#1F4738",
    hillNear: "#0B2219",
  },
} as const satisfies PaletteOptions;
