"use client";

import { useQuery } from "@tanstack/react-query";
import { useSettled } from "@/components/ui/use-settled";
import { type JobFormValues, toCheckBody } from "./job-form-values";
import { checkJobOptions } from "./queries";

const CHECK_AFTER_MS = 500;
const TITLE_LENGTH_MIN = 3;

/** What the server takes the posting for, a moment after the last key. */
export function useJobCheck(values: JobFormValues) {
  const body = useSettled(JSON.stringify(toCheckBody(values)), CHECK_AFTER_MS);
  const isEnough = values.title.trim().length >= TITLE_LENGTH_MIN;
  const query = useQuery({ ...checkJobOptions(body), enabled: isEnough });
  return {
    // What was said of a title that is gone says nothing of an empty one.
    data: isEnough ? query.data : undefined,
    error: isEnough && !query.isFetching ? query.error : null,
    isLooking: query.isFetching,
  };
}

export type JobCheck = ReturnType<typeof useJobCheck>;
