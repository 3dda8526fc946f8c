import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getMessages } from "next-intl/server";
import { JobMatch } from "@/components/jobs/job-match";
import { JobPageActions } from "@/components/jobs/job-page-actions";
import { JobPageView } from "@/components/jobs/job-page-view";
import { isListed, toJobPosting, toScriptJson } from "@/components/jobs/to-job-posting";
import { ExtraMessages } from "@/components/site/extra-messages";
import { StartTracking } from "@/components/tracking/start-tracking";
import { PageContainer } from "@/components/ui/page-container";
import { loadChoice } from "../../load-choice";
import { loadJob } from "../load-job";
import { loadOwner } from "../load-owner";

type JobPageProps = { params: Promise<{ jobId: string }> };

export async function generateMetadata({ params }: JobPageProps): Promise<Metadata> {
  const job = await loadJob((await params).jobId);
  if (job === null) return {};
  return { title: `${job.title}, ${job.company}`, robots: { index: isListed(job) } };
}

export default async function JobPage({ params }: JobPageProps) {
  const job = await loadJob((await params).jobId);
  if (job === null) notFound();
  const [choice, owner, { jobs }] = await Promise.all([loadChoice(), loadOwner(), getMessages()]);
  return (
    <PageContainer>
      {isListed(job) ? <script type="application/ld+json">{toScriptJson(toJobPosting(job))}</script> : null}
      <StartTracking known={choice} />
      <ExtraMessages messages={{ jobs }}>
        <JobPageView job={job} actions={<JobPageActions job={job} owner={owner} />} match={<JobMatch job={job} />} />
      </ExtraMessages>
    </PageContainer>
  );
}
