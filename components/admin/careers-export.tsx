"use client";

import { parseCareers, toCareersExport, toCareersHref } from "./careers-address";
import { ExportLink } from "./export-link";
import { useAddressState } from "./use-address-state";

/** The careers that the filters in the address let through, as a file. */
export function CareersExport() {
  const [state] = useAddressState(parseCareers, toCareersHref);
  return <ExportLink href={toCareersExport(state)} />;
}
