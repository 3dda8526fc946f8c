import localFont from "next/font/local";

// The Latin files of the Fontsource packages, through next/font: it preloads them and makes size-adjusted fallbacks,
// so that text is readable at once and nothing moves when the font arrives. Body text does not change its font once it
// is drawn, which keeps the largest paint early; headings do, because they carry the brand.
const body = localFont({
  src: "../../node_modules/@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2",
  weight: "300 900",
  display: "optional",
  variable: "--font-body",
  adjustFontFallback: "Arial",
});

const heading = localFont({
  src: "../../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2",
  weight: "200 800",
  display: "swap",
  variable: "--font-heading",
  adjustFontFallback: "Arial",
});

/** Class names for the html element; they define --font-body and --font-heading. */
export const FONT_CLASS_NAMES = `${body.variable} ${heading.variable}`;
