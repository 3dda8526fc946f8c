"use client";

import { PageError } from "@/components/site/page-error";

export default function JobsError(props: { error: unknown; retry: () => void }) {
  return <PageError {...props} />;
}
