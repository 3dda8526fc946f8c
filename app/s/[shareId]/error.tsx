"use client";

import { PageError } from "@/components/site/page-error";

export default function SharedError(props: { error: unknown; retry: () => void }) {
  return <PageError {...props} />;
}
