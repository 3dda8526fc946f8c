"use client";

import Button from "@mui/material/Button";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

type NavLinkProps = { href: string; children: ReactNode; onClick?: () => void; fullWidth?: boolean };

/** A link of the navigation that knows whether the person is there. */
export function NavLink({ href, children, onClick, fullWidth = false }: NavLinkProps) {
  const pathname = usePathname();
  const isCurrent = pathname === href || pathname.startsWith(`${href}/`);
  return (
    <Button
      href={href}
      onClick={onClick}
      color="inherit"
      fullWidth={fullWidth}
      aria-current={isCurrent ? "page" : undefined}
      sx={{
        px: 1.75,
        justifyContent: fullWidth ? "flex-start" : "center",
        whiteSpace: "nowrap",
        fontWeight: 600,
        "&[aria-current]": { color: "primary.main", bgcolor: "brand.pineTint" },
      }}
    >
      {children}
    </Button>
  );
}
