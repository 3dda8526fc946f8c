import type { CheckJobReply, Company, EmployerJob, JobRequest } from "@/lib/contracts/employer";
import type { JobSummary, Seniority } from "@/lib/contracts/jobs";
import { parseDollars } from "./salary-words";

/** What stands in the form, as it was typed: amounts and the day are texts, so that a slip stays where it can be mended. */
export type JobFormValues = {
  title: string;
  description: string;
  location: string;
  remote: boolean;
  tags: string[];
  seniority: Seniority | "";
  salaryMin: string;
  salaryMax: string;
  /** A day such as 2027-01-31; empty for no end. */
  expiresAt: string;
};

const DAY_LENGTH = 10;

const toAmountText = (value: number | null): string => (value === null ? "" : value.toLocaleString("en-US"));
export const toDay = (instant: string | null): string => instant?.slice(0, DAY_LENGTH) ?? "";

/** The form of a job; of a new one it is empty. */
export function toJobFormValues(job: EmployerJob | null): JobFormValues {
  return {
    title: job?.title ?? "",
    description: job?.description ?? "",
    location: job?.location ?? "",
    remote: job?.remote ?? false,
    tags: job?.tags ?? [],
    seniority: job?.seniority ?? "",
    salaryMin: toAmountText(job?.salaryMin ?? null),
    salaryMax: toAmountText(job?.salaryMax ?? null),
    expiresAt: toDay(job?.expiresAt ?? null),
  };
}

/** The form as the API takes it. What is no amount counts as none: the form's own rules do not let it be sent. */
export function toJobBody(values: JobFormValues): JobRequest {
  return {
    title: values.title.trim(),
    description: values.description.trim(),
    location: values.location.trim(),
    remote: values.remote,
    tags: values.tags,
    seniority: values.seniority === "" ? null : values.seniority,
    salaryMin: parseDollars(values.salaryMin) ?? null,
    salaryMax: parseDollars(values.salaryMax) ?? null,
    expiresAt: values.expiresAt === "" ? null : `${values.expiresAt}T23:59:59.000Z`,
  };
}

/** What a check needs to know. A range the wrong way round says nothing about pay yet. */
export function toCheckBody(values: JobFormValues) {
  const { title, description, tags, salaryMin, salaryMax } = toJobBody(values);
  const isRange = salaryMin === null || salaryMax === null || salaryMin <= salaryMax;
  return {
    title,
    description,
    tags,
    salaryMin: isRange ? salaryMin : null,
    salaryMax: isRange ? salaryMax : null,
  };
}

/** The posting that the form would become, with what is typical for its occupation where it is silent itself. */
export function toPreview(values: JobFormValues, company: Company, check: CheckJobReply | undefined): JobSummary {
  const { career = null, wages = null, typicalSkills = [], typicalSeniority = null } = check ?? {};
  const body = { ...toJobBody(values), ...toCheckBody(values) };
  const { title, location, remote, tags, seniority, salaryMin, salaryMax, expiresAt } = body;
  const isPaySaid = salaryMin !== null || salaryMax !== null;
  return {
    ...{ title, location, remote, tags, seniority, salaryMin, salaryMax, expiresAt, career },
    ...{
      id: "",
      company: company.name,
      companyId: company.id,
      cluster: null,
      postedAt: "",
      isActive: true,
      isDemo: false,
    },
    typical: {
      salaryMin: isPaySaid ? null : (wages?.p25 ?? null),
      salaryMax: isPaySaid ? null : (wages?.p75 ?? null),
      skills: tags.length > 0 ? [] : typicalSkills,
      seniority: seniority === null ? typicalSeniority : null,
    },
  };
}
