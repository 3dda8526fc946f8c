import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { loadResults } from "../load-results";

type ResultsLayoutProps = { children: ReactNode; params: Promise<{ sessionId: string }> };

/** Decides here, above the loading boundary, that a session does not exist: once the skeleton is on its way, the status is 200. */
export default async function ResultsLayout({ children, params }: ResultsLayoutProps) {
  const { sessionId } = await params;
  if ((await loadResults(sessionId)) === null) notFound();
  return children;
}
