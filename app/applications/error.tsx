"use client";

import { PageError } from "@/components/site/page-error";

export default function ApplicationsError(props: { error: unknown; retry: () => void }) {
  return <PageError {...props} />;
}
