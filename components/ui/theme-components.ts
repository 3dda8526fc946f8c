import type { CssVarsThemeOptions } from "@mui/material/styles";
import { AppLink } from "./app-link";
import { GLOBAL_STYLES } from "./global-styles";

type Components = NonNullable<CssVarsThemeOptions["components"]>;

/** Controls are at least this tall, in px, for fingers. */
const TARGET_MIN = 44;

const text: Components = {
  MuiTypography: {
    defaultProps: {
      // MUI would make headings of subtitles, which breaks the outline of a page.
      variantMapping: {
        h1: "h1",
        h2: "h2",
        h3: "h3",
        h4: "h4",
        h5: "h5",
        h6: "h6",
        subtitle1: "p",
        subtitle2: "p",
        body1: "p",
        body2: "p",
      },
    },
  },
};

const surfaces: Components = {
  MuiPaper: {
    defaultProps: { elevation: 0 },
    styleOverrides: {
      root: { backgroundImage: "none" },
      rounded: { borderRadius: 16 },
      outlined: ({ theme }) => ({ borderColor: theme.vars.palette.divider }),
    },
  },
  MuiCard: {
    defaultProps: { variant: "outlined" },
    styleOverrides: { root: { borderRadius: 20 } },
  },
  MuiCardContent: {
    styleOverrides: {
      root: ({ theme }) => ({
        padding: theme.spacing(2.5),
        "&:last-child": { paddingBottom: theme.spacing(2.5) },
        [theme.breakpoints.up("sm")]: {
          padding: theme.spacing(3),
          "&:last-child": { paddingBottom: theme.spacing(3) },
        },
      }),
    },
  },
  MuiAccordion: {
    defaultProps: { disableGutters: true, variant: "outlined" },
    styleOverrides: { root: { borderRadius: 16, overflow: "hidden", "&::before": { display: "none" } } },
  },
  MuiDialog: { styleOverrides: { paper: { borderRadius: 24 } } },
  MuiTooltip: {
    defaultProps: { arrow: true },
    styleOverrides: {
      tooltip: ({ theme }) => ({
        fontSize: "0.875rem",
        padding: theme.spacing(1, 1.5),
        borderRadius: 10,
        color: theme.vars.palette.background.paper,
        backgroundColor: theme.vars.palette.text.primary,
      }),
      arrow: ({ theme }) => ({ color: theme.vars.palette.text.primary }),
    },
  },
};

const controls: Components = {
  MuiButtonBase: { defaultProps: { LinkComponent: AppLink } },
  MuiButton: {
    defaultProps: { disableElevation: true },
    styleOverrides: {
      root: {
        minHeight: TARGET_MIN,
        borderRadius: 14,
        paddingInline: 20,
        variants: [
          {
            props: { size: "large" },
            style: { minHeight: 54, fontSize: "1.0625rem", paddingInline: 26, borderRadius: 16 },
          },
          {
            props: { size: "small" },
            style: { minHeight: 36, fontSize: "0.9375rem", paddingInline: 14, borderRadius: 12 },
          },
          {
            props: { variant: "outlined" },
            style: { borderWidth: 1.5, borderColor: "var(--wm-palette-brand-outline)" },
          },
        ],
      },
    },
  },
  MuiIconButton: {
    styleOverrides: { root: { minWidth: TARGET_MIN, minHeight: TARGET_MIN, borderRadius: 14, color: "inherit" } },
  },
  MuiToggleButton: { styleOverrides: { root: { minHeight: TARGET_MIN, borderRadius: 12, textTransform: "none" } } },
  MuiLink: {
    defaultProps: { component: AppLink, underline: "always" },
    styleOverrides: {
      root: {
        textUnderlineOffset: "0.2em",
        textDecorationThickness: "1px",
        "&:hover": { textDecorationThickness: "2px" },
      },
    },
  },
  MuiChip: {
    styleOverrides: {
      root: {
        borderRadius: 10,
        fontSize: "0.875rem",
        fontWeight: 550,
        variants: [
          {
            props: { variant: "soft" },
            style: { backgroundColor: "var(--wm-palette-brand-sunken)", color: "var(--wm-palette-text-primary)" },
          },
          {
            props: { variant: "soft", color: "primary" },
            style: { backgroundColor: "var(--wm-palette-brand-pineTint)", color: "var(--wm-palette-primary-dark)" },
          },
          {
            props: { variant: "soft", color: "blaze" },
            style: { backgroundColor: "var(--wm-palette-brand-blazeTint)", color: "var(--wm-palette-secondary-dark)" },
          },
        ],
      },
    },
  },
  MuiOutlinedInput: {
    styleOverrides: {
      root: ({ theme }) => ({
        borderRadius: 14,
        backgroundColor: theme.vars.palette.background.paper,
        "& .MuiOutlinedInput-notchedOutline": { borderColor: theme.vars.palette.brand.outline },
      }),
    },
  },
  MuiInputLabel: { styleOverrides: { root: ({ theme }) => ({ color: theme.vars.palette.text.secondary }) } },
  MuiFormHelperText: { styleOverrides: { root: { fontSize: "0.875rem" } } },
};

const feedback: Components = {
  MuiAlert: {
    styleOverrides: {
      root: ({ theme }) => ({
        borderRadius: 14,
        fontSize: "0.9375rem",
        alignItems: "flex-start",
        variants: (["error", "warning", "info", "success"] as const).map((severity) => ({
          props: { severity, variant: "standard" as const },
          style: {
            color: theme.vars.palette.text.primary,
            border: `1px solid ${theme.vars.palette[severity].main}`,
            backgroundColor: theme.vars.palette.background.paper,
          },
        })),
      }),
    },
  },
  MuiLinearProgress: {
    styleOverrides: { root: { height: 8, borderRadius: 8 }, bar: { borderRadius: 8 } },
  },
  MuiSkeleton: { defaultProps: { animation: "wave" }, styleOverrides: { rounded: { borderRadius: 12 } } },
};

export const COMPONENT_STYLES: Components = {
  MuiCssBaseline: { styleOverrides: GLOBAL_STYLES },
  ...text,
  ...surfaces,
  ...controls,
  ...feedback,
};
