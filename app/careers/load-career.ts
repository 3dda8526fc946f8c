import { cache } from "react";
import { CareerCodeParamsSchema, type CareerDetailReply } from "@/lib/contracts/careers";
import { AppError } from "@/lib/errors";
import { getDeps } from "@/lib/use-cases/deps";
import { getCareer } from "@/lib/use-cases/get-career";

/** Everything about a career, once a request however many parts of the page ask; null when there is none with this code. */
export const loadCareer = cache(async (code: string): Promise<CareerDetailReply | null> => {
  if (!CareerCodeParamsSchema.safeParse({ code }).success) return null;
  try {
    return await getCareer(await getDeps(), code);
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  }
});
