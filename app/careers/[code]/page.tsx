import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CareerPageView } from "@/components/careers/career-page-view";
import type { CareerVisitor } from "@/components/careers/career-visitor";
import { PageContainer } from "@/components/ui/page-container";
import { getDeps } from "@/lib/use-cases/deps";
import { listSimilarCareers } from "@/lib/use-cases/list-similar-careers";
import { loadResults } from "../../results/load-results";
import { loadCareer } from "../load-career";

type CareerPageProps = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const SIMILAR_COUNT = 6;

export async function generateMetadata({ params, searchParams }: CareerPageProps): Promise<Metadata> {
  const { code } = await params;
  const career = await loadCareer(code);
  if (career === null) return {};
  // With a session in the address the page shows one person's ratings: nobody's business to index.
  const isPersonal = (await searchParams).from !== undefined;
  return { title: career.title, description: career.summary, robots: { index: !isPersonal } };
}

export default async function CareerPage({ params, searchParams }: CareerPageProps) {
  const { code } = await params;
  const career = await loadCareer(code);
  if (career === null) notFound();
  const [similar, visitor] = await Promise.all([
    listSimilarCareers(await getDeps(), { code, limit: SIMILAR_COUNT }),
    loadVisitor((await searchParams).from, code),
  ]);
  return (
    <PageContainer>
      <CareerPageView career={career} similar={similar.items} visitor={visitor} />
    </PageContainer>
  );
}

/** The quiz results that the visitor came from; null without any, also when their link names a session that is gone. */
async function loadVisitor(from: string | string[] | undefined, code: string): Promise<CareerVisitor | null> {
  if (typeof from !== "string") return null;
  const results = await loadResults(from);
  if (results === null) return null;
  return {
    sessionId: results.sessionId,
    abilityVector: results.abilityVector,
    recommendation: results.recommendations.find((recommendation) => recommendation.code === code) ?? null,
  };
}
