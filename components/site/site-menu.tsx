"use client";

import MenuRounded from "@mui/icons-material/MenuRounded";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import { useRef } from "react";
import { NavLink } from "./nav-link";

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
    <Box sx={{ display: { xs: "block", md: "none" } }}>
      <IconButton aria-label={label} popoverTarget="site-menu">
        <MenuRounded />
      </IconButton>
      <Box
        component="nav"
        id="site-menu"
        ref={menu}
        popover="auto"
        aria-label={navLabel}
        sx={{
          position: "fixed",
          inset: "auto",
          top: 68,
          right: 12,
          m: 0,
          p: 1,
          width: "min(17rem, calc(100vw - 24px))",
          color: "text.primary",
          bgcolor: "background.paper",
          border: 1,
          borderColor: "divider",
          borderRadius: 4,
          boxShadow: "0 18px 40px rgb(0 0 0 / 0.22)",
        }}
      >
        {items.map(({ href, label: text }) => (
          <NavLink key={href} href={href} fullWidth onClick={() => menu.current?.hidePopover()}>
            {text}
          </NavLink>
        ))}
      </Box>
    </Box>
  );
}
