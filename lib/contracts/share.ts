import { z } from "zod";
import { CareerSummarySchema } from "./careers";
import { RecommendationSchema } from "./results";

/** More links than anybody keeps an eye on help only those who make them by script. */
export const SHARE_LINKS_MAX = 50;

export const ShareIdParamsSchema = z.object({ shareId: z.uuid() });

export const ShareRequestSchema = z.strictObject({
  /** Any row of the list to share; the list last shown for the quiz when left out. */
  recommendationId: z.uuid().optional(),
});

export const ShareReplySchema = z.object({
  id: z.uuid(),
  /** Where the list can be read, from this site's address on. */
  url: z.string(),
});

export const ShareLinkSchema = ShareReplySchema.extend({
  createdAt: z.iso.datetime(),
  /** The quiz that the list answers. */
  sessionId: z.uuid().nullable(),
  /** Titles of the list, best first. */
  careers: z.array(z.string()),
});

export const ShareLinksReplySchema = z.object({ items: z.array(ShareLinkSchema) });

/** What whoever has the link may see: nothing of the person but where their list put each career. */
export const SharedListSchema = z.object({
  /** When the list was made. */
  createdAt: z.iso.datetime(),
  careers: z.array(
    CareerSummarySchema.pick({
      code: true,
      title: true,
      cluster: true,
      summary: true,
      salary_range: true,
      growthPercent: true,
      openingsPerYear: true,
      education: true,
    }).extend({
      ...RecommendationSchema.pick({ rank: true, score: true }).shape,
      /** Whether the catalogue still offers it. */
      isActive: z.boolean(),
    }),
  ),
});

export type ShareReply = z.infer<typeof ShareReplySchema>;
export type ShareLink = z.infer<typeof ShareLinkSchema>;
export type ShareLinksReply = z.infer<typeof ShareLinksReplySchema>;
export type SharedList = z.infer<typeof SharedListSchema>;
