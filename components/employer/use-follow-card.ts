"use client";

import { useEffect, useRef } from "react";
import type { ApplicationStatus } from "@/lib/contracts/applications";
import type { Applicant } from "@/lib/contracts/employer";
import { toCardId } from "./applicant-card";

/**
 * Keeps the focus on a card that goes to another column: it is made anew there, which would leave the focus nowhere.
 * @returns tells which card is about to be shown where
 */
export function useFollowCard(items: readonly Applicant[]): (applicationId: string, status: ApplicationStatus) => void {
  const followed = useRef<{ applicationId: string; status: ApplicationStatus } | null>(null);
  useEffect(() => {
    const { applicationId, status } = followed.current ?? {};
    const isThere = items.some((item) => item.applicationId === applicationId && item.status === status);
    if (applicationId === undefined || !isThere) return;
    followed.current = null;
    if (document.activeElement === document.body) document.getElementById(toCardId(applicationId))?.focus();
  });
  return (applicationId, status) => {
    followed.current = { applicationId, status };
  };
}
