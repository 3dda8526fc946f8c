import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getMessages } from "next-intl/server";
import { CareerPageView } from "@/components/careers/career-page-view";
import type { CareerVisitor } from "@/components/careers/career-visitor";
import { ExtraMessages } from "@/components/site/extra-messages";
import { ConsentBanner } from "@/components/tracking/consent-banner";
import { StartTracking } from "@/components/tracking/start-tracking";
import { PageContainer } from "@/components/ui/page-container";
import { getDeps } from "@/lib/use-cases/deps";
import { getCareerStanding } from "@/lib/use-cases/get-career-standing";
import { listSimilarCareers } from "@/lib/use-cases/list-similar-careers";
import { getCareerSuits } from "@/lib/use-cases/match/get-career-suits";
import { readPageActor } from "@/lib/web/page-actor";
import { loadChoice } from "../../load-choice";
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
  const [deps, actor] = await Promise.all([getDeps(), readPageActor()]);
  const [similar, visitor, standing, choice, { cardActions }] = await Promise.all([
    listSimilarCareers(deps, actor, { code, limit: SIMILAR_COUNT }),
    loadVisitor((await searchParams).from, code),
    getCareerStanding(deps, actor, code),
    loadChoice(),
    getMessages(),
  ]);
  return (
    <PageContainer>
      {visitor?.recommendation == null ? <StartTracking known={choice} /> : <ConsentBanner known={choice} />}
      <ExtraMessages messages={{ cardActions }}>
        <CareerPageView career={career} similar={similar.items} visitor={visitor} standing={standing} />
      </ExtraMessages>
    </PageContainer>
  );
}

/** The quiz results that the visitor came from; null without any, also when their link names a session that is gone. */
async function loadVisitor(from: string | string[] | undefined, code: string): Promise<CareerVisitor | null> {
  if (typeof from !== "string") return null;
  const results = await loadResults(from);
  if (results === null) return null;
  const suits = await getCareerSuits(await getDeps(), await readPageActor(), from, code);
  return {
    suits,
    sessionId: results.sessionId,
    abilityVector: results.abilityVector,
    recommendation: results.recommendations.find((recommendation) => recommendation.code === code) ?? null,
  };
}
