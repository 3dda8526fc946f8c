import { keepPreviousData, mutationOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import type { ApplicationStatus } from "@/lib/contracts/applications";
import type {
  Applicant,
  ApplicantDetailReply,
  CheckJobReply,
  Company,
  EmployerJob,
  JobRequest,
} from "@/lib/contracts/employer";
import { fetchJson } from "@/lib/web/client/fetch-json";

const API = "/api/v1/employer";
const REFETCH_MS = 30_000;

/** Applicants come and withdraw while the page is open. Offline is an answer too. */
const LIVE = {
  networkMode: "always",
  retry: false,
  staleTime: 0,
  refetchInterval: REFETCH_MS,
  refetchOnWindowFocus: true,
} as const;

export const employerJobsOptions = () =>
  queryOptions({
    ...LIVE,
    queryKey: ["employer", "jobs"],
    queryFn: ({ signal }) => fetchJson<{ items: EmployerJob[] }>(`${API}/jobs`, { signal }),
  });

export const employerJobOptions = (jobId: string) =>
  queryOptions({
    ...LIVE,
    queryKey: ["employer", "jobs", jobId],
    queryFn: ({ signal }) => fetchJson<EmployerJob>(`${API}/jobs/${jobId}`, { signal }),
  });

export const applicantsOptions = (jobId: string) =>
  queryOptions({
    ...LIVE,
    queryKey: ["employer", "jobs", jobId, "applicants"],
    queryFn: ({ signal }) => fetchJson<{ items: Applicant[] }>(`${API}/jobs/${jobId}/applicants`, { signal }),
  });

export const applicantOptions = (applicationId: string) =>
  queryOptions({
    ...LIVE,
    queryKey: ["employer", "applications", applicationId],
    queryFn: ({ signal }) => fetchJson<ApplicantDetailReply>(`${API}/applications/${applicationId}`, { signal }),
  });

/** @param body  the form as it is now, as JSON */
export const checkJobOptions = (body: string) =>
  queryOptions({
    queryKey: ["employer", "check", body],
    networkMode: "always",
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      fetchJson<CheckJobReply>(`${API}/jobs/check`, { method: "POST", body: JSON.parse(body), signal }),
  });

export const saveCompany = (body: object) => fetchJson<{ company: Company }>(`${API}/company`, { method: "PUT", body });

/** @param jobId  null for a new one */
export const saveJobOptions = (client: QueryClient) =>
  mutationOptions({
    networkMode: "always",
    mutationFn: ({ jobId, body }: { jobId: string | null; body: JobRequest | { isActive: boolean } }) =>
      jobId === null
        ? fetchJson<EmployerJob>(`${API}/jobs`, { method: "POST", body })
        : fetchJson<EmployerJob>(`${API}/jobs/${jobId}`, { method: "PATCH", body }),
    onSuccess: (job) => {
      client.setQueryData(employerJobOptions(job.id).queryKey, job);
      void client.invalidateQueries({ queryKey: employerJobsOptions().queryKey, exact: true });
    },
  });

type Move = { applicationId: string; status: ApplicationStatus; message?: string };

export const moveApplicantOptions = () =>
  mutationOptions({
    networkMode: "always",
    mutationFn: ({ applicationId, ...body }: Move) =>
      fetchJson<ApplicantDetailReply>(`${API}/applications/${applicationId}/status`, { method: "POST", body }),
  });

export const messageApplicant = (applicationId: string, message: string) =>
  fetchJson<ApplicantDetailReply>(`${API}/applications/${applicationId}/messages`, {
    method: "POST",
    body: { message },
  });
