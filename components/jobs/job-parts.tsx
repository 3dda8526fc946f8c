import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { JobParts as Parts } from "@/lib/contracts/jobs";
import { PartMeters } from "./part-meters";

/** How a score comes about, said to the person whose score it is. */
export function JobParts({ parts, score }: { parts: Parts; score: number }) {
  const t = useTranslations("jobs.parts");
  const words = {
    part: (name: keyof Parts) => t(name),
    points: (points: string, max: number) => t("of", { points, max }),
    sum: (points: string) => t("sum", { points }),
  };
  return (
    <PartMeters parts={parts} score={score} words={words} isBoxed>
      <p className={classNames(text.caption, text.muted)}>{t("note")}</p>
    </PartMeters>
  );
}
