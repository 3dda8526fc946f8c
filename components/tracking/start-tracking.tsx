"use client";

import { useEffect } from "react";
import type { KnownChoice } from "@/lib/web/client/tracking/consent-choice";
import { getTracker } from "@/lib/web/client/tracking/get-tracker";

/**
 * For pages with something to record for people who agreed to it elsewhere: shows nothing, and asks nothing.
 * @param known  what the server knows of the person's choice
 */
export function StartTracking({ known }: { known: KnownChoice }) {
  useEffect(() => getTracker().adopt(known), [known]);
  return null;
}
