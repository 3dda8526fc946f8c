import { z } from "zod";
import { CareerSummarySchema } from "./careers";
import { CareerCodeSchema } from "./catalogue";
import { StorableText } from "./operation";

export const NOTE_LENGTH_MAX = 2000;
export const LIST_NAME_LENGTH_MAX = 60;

/** One line, so that two names that look alike are alike. Empty stands for no list. */
const ListName = StorableText.overwrite((text) =>
  text
    .normalize("NFC")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim(),
).max(LIST_NAME_LENGTH_MAX);

export const SavedCareerParamsSchema = z.object({ careerCode: CareerCodeSchema });

export const SavedCareerRequestSchema = z.strictObject({
  /** Name of the person's list to put it in, empty for none; as it is when left out. */
  list: ListName.optional(),
  /** As it is when left out. */
  note: StorableText.max(NOTE_LENGTH_MAX).optional(),
});

export const SavedCareerSchema = z.object({
  careerCode: CareerCodeSchema,
  title: z.string(),
  cluster: z.string(),
  clusterId: z.string(),
  list: z.string(),
  note: z.string(),
  createdAt: z.iso.datetime(),
  /** Whether the catalogue still offers it. */
  isActive: z.boolean(),
  facts: CareerSummarySchema.pick({
    summary: true,
    salary_range: true,
    growthPercent: true,
    openingsPerYear: true,
    education: true,
    jobZone: true,
  }),
});

export const SavedCareersQuerySchema = z.object({
  /** Only what is in this list; empty for what is in none. */
  list: ListName.optional(),
});

export const SavedCareersReplySchema = z.object({
  /** Saved last first. */
  items: z.array(SavedCareerSchema),
  /** Every list with a name, whatever was asked for. */
  lists: z.array(z.object({ name: z.string(), count: z.number().int() })),
});

export const RenameListRequestSchema = z.strictObject({
  from: ListName.min(1),
  /** The name of another list puts both together; empty leaves its careers in none. */
  to: ListName,
});

export const RenameListReplySchema = z.object({ movedCount: z.number().int() });

export type SavedCareer = z.infer<typeof SavedCareerSchema>;
export type SavedCareersReply = z.infer<typeof SavedCareersReplySchema>;
export type SavedCareerRequest = z.infer<typeof SavedCareerRequestSchema>;
