"use client";

import AccountCircleOutlined from "@mui/icons-material/AccountCircleOutlined";
import { useRef } from "react";
import { Chevron } from "@/components/ui/chevron";
import { AccountItems, type AccountItemsProps } from "./account-items";
import styles from "./site.module.css";

/** The account's pages on a wide screen, as a native popover: see SiteMenu. */
export function AccountMenu(props: AccountItemsProps) {
  const menu = useRef<HTMLElement>(null);
  return (
    <>
      <button type="button" popoverTarget="account-menu" aria-label={props.label} className={styles.accountButton}>
        <AccountCircleOutlined />
        <Chevron />
      </button>
      <nav id="account-menu" ref={menu} popover="auto" aria-label={props.label} className={styles.menu}>
        <AccountItems {...props} onLeave={() => menu.current?.hidePopover()} />
      </nav>
    </>
  );
}
