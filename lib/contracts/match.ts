import { z } from "zod";

/** The fields of a kept match model: a stored artefact, parsed before it serves. */
export const MatchArtefactSchema = z
  .object({
    /** The table of features that it was trained on: it serves no other. */
    featureVersion: z.string(),
    /** Where it comes from, in words. */
    origin: z.string(),
    classifier: z.enum(["logistic", "trees"]),
    /** The weights of logistic regression, or null. */
    logistic: z
      .object({
        featureNames: z.array(z.string()),
        means: z.array(z.number()),
        sds: z.array(z.number()),
        weights: z.array(z.number()),
        intercept: z.number(),
      })
      .nullable(),
    /** Boosted trees in LightGBM's text format, or null. */
    trees: z.string().nullable(),
    calibration: z.object({ slope: z.number(), offset: z.number() }),
    /** Share of the training weight that real people's pairs had, and how many there were. */
    realShare: z.number().min(0).max(1),
    realPairs: z.int().min(0),
  })
  .refine(({ classifier, ...models }) => models[classifier] !== null, { error: "has no model of its classifier" });
export type MatchArtefact = z.infer<typeof MatchArtefactSchema>;

/** What "suits" of a list was worked out by. */
export const SuitsBasisSchema = z.object({
  version: z.int().nullable().describe("Number of the promoted match model; null for the one that is shipped."),
  real_share: z
    .number()
    .min(0)
    .max(1)
    .describe("Share of real people's feedback in what the model learned from; the rest are simulated people."),
  real_pairs: z.int().min(0).describe("Careers that real people told about, among what the model learned from."),
});
export type SuitsBasis = z.infer<typeof SuitsBasisSchema>;

const IntervalSchema = z.object({ estimate: z.number(), low: z.number(), high: z.number() });

/** The part of a stored report that decides whether a version may be promoted. */
export const MatchReportSchema = z.object({
  /** Brier score on people held out beyond that of what served when it was trained, below 0 when better; modelId null for the shipped one. */
  beyondCurrent: IntervalSchema.extend({ modelId: z.string().nullable() }).nullable(),
});
