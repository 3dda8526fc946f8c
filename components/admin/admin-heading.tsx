import type { ReactNode } from "react";
import { SectionHeading } from "@/components/ui/section-heading";

type AdminHeadingProps = { title: ReactNode; intro?: ReactNode; action?: ReactNode };

/** Every admin page's title: smaller than elsewhere, since the page is a tool. */
export function AdminHeading(props: AdminHeadingProps) {
  return <SectionHeading level={1} size="h2" {...props} />;
}
