import { z } from "zod";

/** A search box's text. PostgreSQL has no text with a NUL in it. */
export const QuerySearchText = z
  .string()
  .trim()
  .max(200)
  .refine((text) => !text.includes("\0"), "may not contain a NUL character");

/** Pages counted from 1. The last ones of a very long table are for exports, not for leafing through. */
export const PageQuerySchema = z.object({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

export const PageReplySchema = z.object({
  page: z.number().int(),
  limit: z.number().int(),
  /** Rows on all pages. */
  total: z.number().int(),
});
