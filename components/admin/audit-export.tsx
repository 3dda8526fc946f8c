"use client";

import { parseAudit, toAuditExport, toAuditHref } from "./audit-address";
import { ExportLink } from "./export-link";
import { useAddressState } from "./use-address-state";

/** The entries that the filters in the address let through, as a file. */
export function AuditExport() {
  const [state] = useAddressState(parseAudit, toAuditHref);
  return <ExportLink href={toAuditExport(state)} />;
}
