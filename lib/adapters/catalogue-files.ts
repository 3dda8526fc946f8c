import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import {
  type CatalogueCareer,
  CatalogueCareerSchema,
  type CatalogueElements,
  CatalogueElementsSchema,
  type Cluster,
  ClusterSchema,
} from "@/lib/contracts/catalogue";

const CATALOGUE_DIR = path.join(process.cwd(), "prisma", "catalogue");

export type CatalogueFiles = {
  hash: string;
  read: () => { clusters: Cluster[]; careers: CatalogueCareer[] };
};

/** The shipped catalogue: its hash at once, its parsed content when asked, since parsing is only needed when the hash is new. */
export async function openCatalogueFiles(dir = CATALOGUE_DIR): Promise<CatalogueFiles> {
  const [clusters, careers] = await Promise.all([
    readFile(path.join(dir, "clusters.json"), "utf8"),
    readFile(path.join(dir, "careers.jsonl"), "utf8"),
  ]);
  return {
    hash: createHash("sha256").update(clusters).update(careers).digest("hex"),
    read: () => ({
      clusters: z.array(ClusterSchema).parse(JSON.parse(clusters)),
      careers: careers.trim().split("\n").map(parseLine),
    }),
  };
}

function parseLine(line: string, index: number): CatalogueCareer {
  const result = CatalogueCareerSchema.safeParse(JSON.parse(line));
  if (!result.success) throw new Error(`careers.jsonl line ${index + 1}: ${z.prettifyError(result.error)}`);
  return result.data;
}

/** The names of the skill, knowledge and ability ratings, in the order in which every career's record lists them. */
export async function readCatalogueElements(dir = CATALOGUE_DIR): Promise<CatalogueElements> {
  return CatalogueElementsSchema.parse(JSON.parse(await readFile(path.join(dir, "elements.json"), "utf8")));
}
