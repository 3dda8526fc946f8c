"use client";

import type { ReactNode } from "react";
import { useTracked } from "./use-tracked";

type TrackedProps = {
  as?: "div" | "li";
  recommendationId: string | undefined;
  surface: string;
  children: ReactNode;
};

/** Around content that shows a recommendation, also of a server component. */
export function Tracked({ as: Element = "div", recommendationId, surface, children }: TrackedProps) {
  return <Element ref={useTracked(recommendationId, surface)}>{children}</Element>;
}
