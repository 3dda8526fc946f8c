import type { Metadata } from "next";
import { ApplicantsView } from "@/components/employer/applicants-view";
import { APPLICATION_STATUSES, MESSAGE_LENGTH_MAX } from "@/lib/contracts/applications";
import { getDeps } from "@/lib/use-cases/deps";
import { listApplicants } from "@/lib/use-cases/employer/list-applicants";
import { loadJob } from "../../load-employer";

type EmployerJobProps = { params: Promise<{ jobId: string }> };

const load = (jobId: string) => loadJob(jobId, `/employer/jobs/${jobId}`);

export async function generateMetadata({ params }: EmployerJobProps): Promise<Metadata> {
  const { job } = await load((await params).jobId);
  return { title: job.title, robots: { index: false } };
}

export default async function EmployerJobPage({ params }: EmployerJobProps) {
  const { actor, job } = await load((await params).jobId);
  const applicants = await listApplicants(await getDeps(), actor, job.id);
  return (
    <ApplicantsView
      key={job.id}
      job={job}
      initial={applicants}
      statuses={APPLICATION_STATUSES}
      messageLengthMax={MESSAGE_LENGTH_MAX}
    />
  );
}
