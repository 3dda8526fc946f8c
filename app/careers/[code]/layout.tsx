import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { loadCareer } from "../load-career";

type CareerLayoutProps = { children: ReactNode; params: Promise<{ code: string }> };

/** Decides here, above the loading boundary, that a career does not exist: once the skeleton is on its way, the status is 200. */
export default async function CareerLayout({ children, params }: CareerLayoutProps) {
  const { code } = await params;
  if ((await loadCareer(code)) === null) notFound();
  return children;
}
