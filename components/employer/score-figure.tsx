import { useTranslations } from "next-intl";
import { ScoreFigure as Figure } from "@/components/ui/score-figure";

/** How well somebody matches, of 100. */
export function ScoreFigure({ score }: { score: number }) {
  const t = useTranslations("employer.board");
  return <Figure score={score} toLabel={(points) => t("score", { score: points })} caption={t("match")} />;
}
