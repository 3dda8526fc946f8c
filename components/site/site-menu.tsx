"use client";

import MenuRounded from "@mui/icons-material/MenuRounded";
import IconButton from "@mui/material/IconButton";
import { useRef } from "react";
import { AccountItems, type AccountItemsProps } from "./account-items";
import { NavLink } from "./nav-link";
import { SignInLink } from "./sign-in-link";
import styles from "./site.module.css";

type SiteMenuProps = {
  label: string;
  /** Name of the navigation landmark. */
  navLabel: string;
  items: readonly { href: string; label: string }[];
  /** null when nobody is signed in */
  account: AccountItemsProps | null;
  signInLabel: string;
};

/**
 * The navigation on a phone, as a native popover: Escape, a tap outside and the button's expanded state come with it,
 * and it opens before any script has run.
 */
export function SiteMenu({ label, navLabel, items, account, signInLabel }: SiteMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const close = () => menu.current?.hidePopover();
  return (
    <div className={styles.menuButton}>
      <IconButton aria-label={label} popoverTarget="site-menu">
        <MenuRounded />
      </IconButton>
      <div id="site-menu" ref={menu} popover="auto" className={styles.menu}>
        <nav aria-label={navLabel}>
          {items.map(({ href, label: text }) => (
            <NavLink key={href} href={href} onClick={close}>
              {text}
            </NavLink>
          ))}
          {account === null ? <SignInLink label={signInLabel} onClick={close} /> : null}
        </nav>
        {account === null ? null : (
          <nav aria-label={account.label} className={styles.menuPart}>
            <AccountItems {...account} onLeave={close} />
          </nav>
        )}
      </div>
    </div>
  );
}
