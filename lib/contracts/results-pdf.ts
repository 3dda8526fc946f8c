import { z } from "zod";

export const PdfQuerySchema = z.object({
  /** Letter in the Americas, A4 elsewhere. */
  paper: z.enum(["letter", "a4"]).default("letter"),
});

export type PdfQuery = z.output<typeof PdfQuerySchema>;
