import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ApplicationPage } from "@/components/applications/application-page";
import { MESSAGE_LENGTH_MAX } from "@/lib/contracts/applications";
import { loadApplication } from "../load-application";

type ApplicationProps = { params: Promise<{ applicationId: string }> };

export async function generateMetadata({ params }: ApplicationProps): Promise<Metadata> {
  const [application, t] = await Promise.all([
    loadApplication((await params).applicationId),
    getTranslations("applications"),
  ]);
  return { title: application?.job.title ?? t("detail.notFoundTitle"), robots: { index: false } };
}

export default async function ApplicationDetailPage({ params }: ApplicationProps) {
  const application = await loadApplication((await params).applicationId);
  if (application === null) notFound();
  return <ApplicationPage key={application.id} initial={application} messageLengthMax={MESSAGE_LENGTH_MAX} />;
}
