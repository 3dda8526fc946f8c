import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";

const linkTo = (href: string) => (chunks: ReactNode) => <AppLink href={href}>{chunks}</AppLink>;

/** The tags that these pages' texts may use. */
export const RICH = {
  strong: (chunks: ReactNode) => <strong>{chunks}</strong>,
  privacy: linkTo("/privacy"),
  ranking: linkTo("/how-ranking-works"),
  data: linkTo("/settings/data"),
  settings: linkTo("/settings"),
  choice: linkTo("/privacy#choice"),
};
