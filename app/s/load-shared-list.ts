import { cache } from "react";
import { type SharedList, ShareIdParamsSchema } from "@/lib/contracts/share";
import { AppError } from "@/lib/errors";
import { getDeps } from "@/lib/use-cases/deps";
import { getSharedList } from "@/lib/use-cases/get-shared-list";

/** The list behind a link; null when the link does not work, or no longer. */
export const loadSharedList = cache(async (shareId: string): Promise<SharedList | null> => {
  if (!ShareIdParamsSchema.safeParse({ shareId }).success) return null;
  try {
    return await getSharedList(await getDeps(), shareId);
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  }
});
