"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import styles from "./site.module.css";

type NavLinkProps = { href: string; children: ReactNode; onClick?: () => void };

/** A link of the navigation that knows whether the person is there. */
export function NavLink({ href, children, onClick }: NavLinkProps) {
  const pathname = usePathname();
  const isCurrent = pathname === href || pathname.startsWith(`${href}/`);
  return (
    <AppLink href={href} onClick={onClick} className={styles.navLink} aria-current={isCurrent ? "page" : undefined}>
      {children}
    </AppLink>
  );
}
