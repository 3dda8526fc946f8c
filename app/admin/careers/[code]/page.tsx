import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { AdminHeading } from "@/components/admin/admin-heading";
import { CareerForm } from "@/components/admin/career-form";
import type { AdminCareerReply } from "@/lib/contracts/admin-careers";
import { CareerCodeParamsSchema } from "@/lib/contracts/careers";
import { AppError } from "@/lib/errors";
import { getAdminCareer } from "@/lib/use-cases/admin/get-admin-career";
import { getDeps } from "@/lib/use-cases/deps";
import { listClusters } from "@/lib/use-cases/list-clusters";
import { requireAdminPage } from "../../require-admin-page";

type EditCareerProps = { params: Promise<{ code: string }> };

/** Once a request, however many parts of the page ask; null when there is none with this code. */
const loadCareer = cache(async (code: string): Promise<AdminCareerReply | null> => {
  const actor = await requireAdminPage(`/admin/careers/${code}`);
  if (!CareerCodeParamsSchema.safeParse({ code }).success) return null;
  try {
    return await getAdminCareer(await getDeps(), actor, code);
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  }
});

export async function generateMetadata({ params }: EditCareerProps): Promise<Metadata> {
  const t = await getTranslations("admin.form");
  const career = await loadCareer((await params).code);
  return { title: career === null ? undefined : t("editTitle", { title: career.title }), robots: { index: false } };
}

export default async function EditCareerPage({ params }: EditCareerProps) {
  const career = await loadCareer((await params).code);
  if (career === null) notFound();
  const { clusters } = await listClusters(await getDeps());
  return (
    <>
      <AdminHeading title={career.title} />
      {/* Another career is another form, also when one is reached from the other. */}
      <CareerForm key={career.code} career={career} suggestedCode={career.code} clusters={clusters} />
    </>
  );
}
