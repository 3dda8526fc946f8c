"use client";

import Link, { type LinkProps } from "next/link";
import type { AnchorHTMLAttributes } from "react";

type AppLinkProps = LinkProps & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof LinkProps>;

/**
 * What every MUI link and button with an `href` renders (set in the theme), so that pages move without a full load.
 * It is a client module of its own because a server component cannot hand next/link to MUI as a prop.
 */
export function AppLink(props: AppLinkProps) {
  return <Link {...props} />;
}
