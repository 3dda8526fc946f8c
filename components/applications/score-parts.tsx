import { useTranslations } from "next-intl";
import { PartMeters } from "@/components/jobs/part-meters";
import { ScoreFigure as Figure } from "@/components/ui/score-figure";
import type { Application } from "@/lib/contracts/applications";
import type { JobParts } from "@/lib/contracts/jobs";

/** The score at apply with its parts. */
export function ScoreParts({ scoreAtApply, partsAtApply }: Pick<Application, "scoreAtApply" | "partsAtApply">) {
  const t = useTranslations("applications");
  const words = {
    part: (name: keyof JobParts) => t(`parts.${name}`),
    points: (points: string, max: number) => t("points", { points, max }),
    sum: (points: string) => t("total", { points }),
  };
  return <PartMeters parts={partsAtApply} score={scoreAtApply} words={words} />;
}

/** How well the job matched when somebody applied, of 100. */
export function ScoreFigure({ score }: { score: number }) {
  const t = useTranslations("applications");
  return <Figure score={score} toLabel={(points) => t("score", { score: points })} caption={t("match")} />;
}
