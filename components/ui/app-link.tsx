"use client";

import Link, { type LinkProps } from "next/link";
import type { AnchorHTMLAttributes } from "react";

type AppLinkProps = LinkProps & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof LinkProps>;

/** Pages of this site that Next can show without a full load; the API's documents and other sites are plain links. */
const isPage = (href: LinkProps["href"]): boolean =>
  typeof href !== "string" || (/^[/?#]/.test(href) && !href.startsWith("//") && !href.startsWith("/api/"));

/**
 * What every MUI link and button with an `href` renders (set in the theme), so that pages move without a full load.
 * It is a client module of its own because a server component cannot hand next/link to MUI as a prop.
 * Pages are fetched ahead when a link is pointed at, not when it scrolls by: a phone's data plan pays for that.
 */
export function AppLink({ prefetch = false, ...props }: AppLinkProps) {
  if (isPage(props.href)) return <Link prefetch={prefetch} {...props} />;
  const { href, replace, scroll, shallow, passHref, legacyBehavior, onNavigate, ...rest } = props;
  return <a href={String(href)} {...rest} />;
}
