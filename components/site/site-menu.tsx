"use client";

import MenuRounded from "@mui/icons-material/MenuRounded";
import IconButton from "@mui/material/IconButton";
import { useRef } from "react";
import { NavLink } from "./nav-link";
import styles from "./site.module.css";

type SiteMenuProps = {
  label: string;
  /** Name of the navigation landmark. */
  navLabel: string;
  items: readonly { href: string; label: string }[];
};

/**
 * The navigation on a phone, as a native popover: Escape, a tap outside and the button's expanded state come with it,
 * and it opens before any script has run.
 */
export function SiteMenu({ label, navLabel, items }: SiteMenuProps) {
  const menu = useRef<HTMLElement>(null);
  return (
    <div className={styles.menuButton}>
      <IconButton aria-label={label} popoverTarget="site-menu">
        <MenuRounded />
      </IconButton>
      <nav id="site-menu" ref={menu} popover="auto" aria-label={navLabel} className={styles.menu}>
        {items.map(({ href, label: text }) => (
          <NavLink key={href} href={href} onClick={() => menu.current?.hidePopover()}>
            {text}
          </NavLink>
        ))}
      </nav>
    </div>
  );
}
