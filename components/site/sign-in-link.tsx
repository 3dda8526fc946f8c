"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { withNext } from "@/lib/web/client/next-path";
import { NavLink } from "./nav-link";

/** Leads to signing in and back to where it was pressed. */
export function SignInLink({ label, onClick }: { label: string; onClick?: () => void }) {
  const pathname = usePathname();
  const search = useSearchParams();
  // On a form already: where that one leads is where this one leads.
  const isForm = pathname === "/sign-in" || pathname === "/register";
  const here = isForm ? (search.get("next") ?? "/") : search.size === 0 ? pathname : `${pathname}?${search}`;
  return (
    <NavLink href={withNext("/sign-in", here)} onClick={onClick}>
      {label}
    </NavLink>
  );
}
