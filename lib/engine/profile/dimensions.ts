/**
 * The 15 dimensions that people and careers are both described on, each 0 to 10.
 *
 * The order is fixed: an ability vector is 15 numbers in exactly this order, in the database, in the API and in every model.
 */
export const DIMENSIONS = [
  "analytical",
  "numerical",
  "verbal",
  "technology",
  "science",
  "engineering",
  "creativity",
  "helping",
  "teaching",
  "leadership",
  "persuasion",
  "organization",
  "practical",
  "physical",
  "vigilance",
] as const;

export type Dimension = (typeof DIMENSIONS)[number];

export const DIMENSION_COUNT = DIMENSIONS.length;

/** The middle of every dimension: vectors are centred here before any cosine, because careers share one strong general factor. */
export const DIMENSION_CENTER = 5;

export const DIMENSION_MIN = 0;
export const DIMENSION_MAX = 10;
