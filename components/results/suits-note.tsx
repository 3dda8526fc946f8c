import { useFormatter, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import type { SuitsBasis } from "@/lib/contracts/match";

export const SUITS_NOTE_ID = "what-suits-means";

type SuitsNoteProps = {
  basis: SuitsBasis;
  /** Of one career, 0 to 1; left out where it is about all of a list. */
  suits?: number;
  className?: string;
};

/** What "how likely this suits you" means, and what it was learned from. */
export function SuitsNote({ basis, suits, className }: SuitsNoteProps) {
  const t = useTranslations("results");
  const { number } = useFormatter();
  const { real_share: share, real_pairs: pairs } = basis;
  return (
    <p id={SUITS_NOTE_ID} className={className}>
      {suits === undefined ? t("suitsMeaning") : t("suitsMeaningOf", { count: Math.round(100 * suits) })}{" "}
      {pairs === 0
        ? t("suitsSimulated")
        : t("suitsMixed", { share: number(share, { style: "percent", maximumFractionDigits: 1 }), pairs })}{" "}
      <AppLink href="/how-ranking-works#suits">{t("suitsMore")}</AppLink>
    </p>
  );
}
