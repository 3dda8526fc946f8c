/** The main navigation, in order. Labels are messages of the `nav` namespace. */
export const NAV_ITEMS = [
  { href: "/quiz", message: "quiz" },
  { href: "/careers", message: "careers" },
  { href: "/jobs", message: "jobs" },
  { href: "/docs", message: "docs" },
] as const;

/** What a guest has of their own; somebody with an account finds it in the account's menu. */
export const GUEST_ITEMS = [
  { href: "/saved", message: "saved" },
  { href: "/applications", message: "applications" },
] as const;

/** The account's own pages, in order. Labels are messages of the `account.header` namespace. */
export const ACCOUNT_ITEMS = [
  { href: "/results", message: "results" },
  { href: "/saved", message: "saved" },
  { href: "/applications", message: "applications" },
  { href: "/activity", message: "activity" },
  { href: "/profile", message: "profile" },
  { href: "/settings", message: "settings" },
] as const;

export const EMPLOYER_ITEM = { href: "/employer", message: "employer" } as const;
export const ADMIN_ITEM = { href: "/admin", message: "admin" } as const;
