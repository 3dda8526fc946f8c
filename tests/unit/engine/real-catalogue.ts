/** The shipped catalogue laid out for scoring with the bundled model's embeddings, as the server does it, but without a database. */
import os from "node:os";
import { openCatalogueFiles } from "@/lib/adapters/catalogue-files";
import { loadEmbedder } from "@/lib/adapters/embedder";
import type { CatalogueCareer } from "@/lib/contracts/catalogue";
import { toMedianWageYear, toSchoolingLevel } from "@/lib/db/career-facts";
import { buildCareerIndex, type CareerIndex } from "@/lib/engine/scoring/career-index";
import type { CareerObjectiveFacts } from "@/lib/engine/scoring/objectives";
import { toCareerText } from "@/lib/use-cases/embed-careers";

export type RealCatalogue = { careers: CatalogueCareer[]; vectors: number[][]; index: CareerIndex };

export async function loadRealCatalogue(): Promise<RealCatalogue> {
  const embedder = await loadEmbedder("waymark-embed-1", os.tmpdir());
  const { careers, clusters } = (await openCatalogueFiles()).read();
  const embeddings = await embedder.embed(careers.map(toCareerText));
  const clusterIds = clusters.map((cluster) => cluster.id);
  const index = buildCareerIndex(
    careers.map((career, i) => ({
      abilityVector: career.abilityVector,
      embedding: embeddings[i] ?? null,
      cluster: clusterIds.indexOf(career.cluster),
      facts: toObjectiveFacts(career),
    })),
  );
  return { careers, vectors: careers.map((career) => career.abilityVector), index };
}

function toObjectiveFacts(career: CatalogueCareer): CareerObjectiveFacts {
  return {
    medianWageYear: toMedianWageYear(career.wages),
    isWageTopCoded: career.wages?.topCoded.includes("median") ?? false,
    growthPercent: career.outlook?.growthPercent ?? null,
    schoolingLevel: toSchoolingLevel(career),
    aiPercentile: career.ai.exposurePercentile,
    stressPercentile: career.stressPercentile,
    values: career.values,
  };
}
