/** The main navigation, in order. Labels are messages of the `nav` namespace. */
export const NAV_ITEMS = [
  { href: "/quiz", message: "quiz" },
  { href: "/careers", message: "careers" },
  { href: "/docs", message: "docs" },
] as const;
