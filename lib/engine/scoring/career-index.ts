/**
 * Everything about the catalogue that scoring needs, laid out for scanning: built once, shared by all requests, never changed.
 */
import { EngineError } from "../engine-error";
import { mean as meanOf, quantile, standardDeviation } from "../math/statistics";
import { gram, type Matrix, type SimilarityMatrix, toUnitRows } from "../math/vectors";
import { DIMENSION_CENTER, DIMENSION_COUNT } from "../profile/dimensions";
import { simulateRatings } from "../simulate/people";
import { CALIBRATION_PAIRS_MIN, type Calibration, fitCalibration } from "./calibration";
import { type CareerObjectiveFacts, type ObjectiveTable, toObjectiveTable } from "./objectives";
import { createRatingScores, type RatingIndex, scoreRatings, standardise } from "./rating-scores";
import { toKinship } from "./taste";

export type CareerItem = {
  /** (15,) 0 to 10 */
  abilityVector: readonly number[];
  /** (d,) unit length; null when no model is loaded */
  embedding: ArrayLike<number> | null;
  /** Number of the career's cluster. */
  cluster: number;
  facts: CareerObjectiveFacts;
};

export type CareerIndex = RatingIndex & {
  readonly clusters: Int32Array;
  readonly facts: readonly CareerObjectiveFacts[];
  readonly objectives: ObjectiveTable;
  /** (n, 15) as given, 0 to 10 */
  readonly abilityVectors: Matrix;
  /** (n, d) unit rows; null in ability-only mode */
  readonly embeddings: Matrix | null;
  readonly abilityCalibration: Calibration;
  /** Mean and standard deviation of each career's standardised rating similarity over people; null in ability-only mode. */
  readonly popularity: { readonly mean: Float64Array; readonly sd: Float64Array } | null;
  readonly embeddingCalibration: Calibration | null;
  /** Products of what careers are, for a person's own taste (taste.ts); null in ability-only mode. */
  readonly kinship: SimilarityMatrix | null;
};

const REFERENCE_PEOPLE = 600;
const STRETCH_QUANTILE = 0.25;
const REFERENCE_SEED = 20_241;

/** An index of a catalogue that shares careers with this one: where in it each career was; -1 of one that is new or changed. */
export type PreviousIndex = { readonly index: CareerIndex; readonly rows: Int32Array };

/**
 * @param items     the active careers; their order breaks ties everywhere
 * @param previous  spares computing again what careers that did not change have to do with each other; the result is the same
 * @throws EngineError when it is empty, a vector is not finite or of another width, or only some careers have embeddings
 */
export function buildCareerIndex(items: readonly CareerItem[], previous?: PreviousIndex): CareerIndex {
  if (items.length === 0) throw new EngineError("a career index needs at least one career");
  const embedded = items.filter((item) => item.embedding !== null).length;
  if (embedded !== 0 && embedded !== items.length) {
    throw new EngineError(`${embedded} of ${items.length} careers have an embedding: all or none must`);
  }
  const vectors = items.map((item) => item.abilityVector);
  const rows: ArrayLike<number>[] = [];
  for (const item of items) if (item.embedding !== null) rows.push(item.embedding);
  const embeddings = rows.length > 0 ? toUnitRows(rows, (rows[0] as ArrayLike<number>).length) : null;
  const abilityNorms = Float64Array.from(vectors, (v) => Math.hypot(...v.map((x) => x - DIMENSION_CENTER)));
  const abilities = toUnitRows(vectors, DIMENSION_COUNT, DIMENSION_CENTER);
  const ratingIndex: RatingIndex = {
    abilities,
    abilityNorms,
    abilitySimilarities: gram(abilities, toKnown(previous, previous?.index.abilitySimilarities)),
    allItems: Int32Array.from(items, (_, i) => i),
    rowMoments: new Float64Array(items.length * (items.length + 1)).fill(Number.NaN),
    stretchNorm: quantile(Float64Array.from(abilityNorms).sort(), STRETCH_QUANTILE),
    similarities: embeddings === null ? null : gram(embeddings, toKnown(previous, previous?.index.similarities)),
  };
  const clusters = Int32Array.from(items, (item) => item.cluster);
  const objectives = toObjectiveTable(items.map((item) => item.facts));
  const { similarities, abilitySimilarities } = ratingIndex;
  return {
    ...ratingIndex,
    ...{ clusters, objectives },
    facts: items.map((item) => item.facts),
    kinship: similarities === null ? null : toKinship({ clusters, objectives, similarities, abilitySimilarities }),
    abilityVectors: { data: Float64Array.from(vectors.flat()), rows: items.length, cols: DIMENSION_COUNT },
    embeddings,
    ...fitReference(ratingIndex, vectors),
  };
}

function toKnown(previous: PreviousIndex | undefined, before: SimilarityMatrix | null | undefined) {
  return previous === undefined || before == null ? undefined : { gram: before, rows: previous.rows };
}

/**
 * The distributions of both similarities over simulated people, who only rate, times all careers.
 *
 * Some careers lie near the middle of the embedding space and so near everybody (hubness; Radovanovic et al. 2010, JMLR 11). Each
 * career's similarity is therefore standardised over people as well, which also makes scores comparable between careers.
 */
function fitReference(index: RatingIndex, vectors: readonly (readonly number[])[]) {
  const n = vectors.length;
  const people = simulateRatings(
    vectors,
    Math.max(REFERENCE_PEOPLE, Math.ceil(CALIBRATION_PAIRS_MIN / n)),
    REFERENCE_SEED,
  );
  const ability = new Float64Array(people.length * n);
  const embedding = new Float64Array(people.length * n);
  const scores = createRatingScores(n);
  people.forEach(({ ratings }, at) => {
    scoreRatings(index, ratings, scores);
    ability.set(scores.ability, at * n);
    embedding.set(standardise(scores.neighbourSimilarity), at * n);
  });
  const abilityCalibration = fitCalibration(ability);
  if (index.similarities === null) return { abilityCalibration, popularity: null, embeddingCalibration: null };
  const mean = new Float64Array(n);
  const sd = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    const column = Float64Array.from(people, (_, at) => embedding[at * n + j] as number);
    mean[j] = meanOf(column);
    sd[j] = standardDeviation(column) || 1;
  }
  for (let at = 0; at < embedding.length; at++) {
    embedding[at] = ((embedding[at] as number) - (mean[at % n] as number)) / (sd[at % n] as number);
  }
  return { abilityCalibration, popularity: { mean, sd }, embeddingCalibration: fitCalibration(embedding) };
}
