import { useTranslations } from "next-intl";
import { PartMeters } from "@/components/jobs/part-meters";
import type { JobParts } from "@/lib/contracts/jobs";

/** How an applicant's score comes about, said to the employer. */
export function MatchParts({ parts, score }: { parts: JobParts; score: number }) {
  const t = useTranslations("employer");
  const words = {
    part: (name: keyof JobParts) => t(`parts.${name}`),
    points: (points: string, max: number) => t("applicant.points", { points, max }),
    sum: (points: string) => t("applicant.total", { points }),
  };
  return <PartMeters parts={parts} score={score} words={words} />;
}
