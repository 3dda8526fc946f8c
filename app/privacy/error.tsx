"use client";

import { PageError } from "@/components/site/page-error";

export default function TrustError(props: { error: unknown; retry: () => void }) {
  return <PageError {...props} />;
}
