"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { AppLink } from "@/components/ui/app-link";
import styles from "./admin.module.css";

const HOME = "/admin";

/** A link of the admin navigation that knows whether one is there. On a phone, where the row scrolls, it comes into view then. */
export function AdminLink({ href, children }: { href: string; children: ReactNode }) {
  const pathname = usePathname();
  const label = useRef<HTMLSpanElement>(null);
  const isCurrent = pathname === href || (href !== HOME && pathname.startsWith(`${href}/`));
  useEffect(() => {
    const row = label.current?.closest("ul");
    if (!isCurrent || !row || row.scrollWidth <= row.clientWidth) return;
    row.scrollLeft = (label.current?.offsetLeft ?? 0) - row.clientWidth / 3;
  }, [isCurrent]);
  return (
    <AppLink href={href} className={styles.navLink} aria-current={isCurrent ? "page" : undefined}>
      <span ref={label}>{children}</span>
    </AppLink>
  );
}
