"use client";

import { ExportLink } from "./export-link";
import { parsePeople, toPeopleExport, toPeopleHref } from "./people-address";
import { useAddressState } from "./use-address-state";

/** The people that the filters in the address let through, as a file. */
export function PeopleExport() {
  const [state] = useAddressState(parsePeople, toPeopleHref);
  return <ExportLink href={toPeopleExport(state)} />;
}
