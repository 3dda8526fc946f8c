"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useToast } from "@/components/ui/toast";
import type { ApplicationStatus } from "@/lib/contracts/applications";
import type { Applicant, ApplicantDetailReply } from "@/lib/contracts/employer";
import { ApiError } from "@/lib/web/client/api-error";
import { toName } from "./applicant-name";
import {
  applicantOptions,
  applicantsOptions,
  employerJobOptions,
  employerJobsOptions,
  moveApplicantOptions,
} from "./queries";

const CONFLICT = 409;

/** What the board and an applicant's page show of somebody, changed at once in both. */
function useShown() {
  const client = useQueryClient();
  return (applicant: Applicant | ApplicantDetailReply): void => {
    const { applicationId, jobId } = applicant;
    client.setQueryData(applicantsOptions(jobId).queryKey, (last) => {
      if (last === undefined) return last;
      return { items: last.items.map((item) => (item.applicationId === applicationId ? applicant : item)) };
    });
    client.setQueryData(applicantOptions(applicationId).queryKey, (last) =>
      last === undefined ? last : { ...last, ...applicant },
    );
  };
}

/**
 * Moves somebody along: shown at once, and taken back when the server says no. Where somebody else was faster, it says so and shows what
 * they did.
 * @returns the applicant as they are then, moved or not
 * @throws ApiError when the server cannot be reached or fails
 */
export function useMove() {
  const t = useTranslations("employer");
  const client = useQueryClient();
  const toast = useToast();
  const show = useShown();
  const { mutateAsync } = useMutation(moveApplicantOptions());

  const findNow = async (applicant: Applicant): Promise<Applicant> => {
    const now = await client.fetchQuery(applicantOptions(applicant.applicationId));
    const status = t(`statuses.${now.status}`);
    const key = now.withdrawnAt === null ? "movedElsewhere" : "withdrewMeanwhile";
    toast({ text: t(`board.${key}`, { name: toName(applicant), status }), tone: "bad" });
    return now;
  };

  return async (applicant: Applicant, status: ApplicationStatus, message?: string): Promise<Applicant> => {
    const { applicationId, jobId } = applicant;
    // Whatever was on its way is older than the move.
    await client.cancelQueries({ queryKey: applicantsOptions(jobId).queryKey });
    await client.cancelQueries({ queryKey: applicantOptions(applicationId).queryKey });
    show({ ...applicant, status, nextStatuses: [] });
    try {
      const moved = await mutateAsync({ applicationId, status, ...(message === undefined ? {} : { message }) });
      show(moved);
      toast({ text: t("board.moved", { name: toName(applicant), status: t(`statuses.${status}`) }) });
      return moved;
    } catch (error) {
      show(applicant);
      if (!(error instanceof ApiError && error.status === CONFLICT)) throw error;
      const now = await findNow(applicant);
      show(now);
      return now;
    } finally {
      void client.invalidateQueries({ queryKey: employerJobOptions(jobId).queryKey, exact: true });
      void client.invalidateQueries({ queryKey: employerJobsOptions().queryKey, exact: true });
    }
  };
}
