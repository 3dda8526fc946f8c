import { useFormatter, useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { RankingFacts } from "./ranking-facts";
import { Sheet } from "./sheet";
import styles from "./trust.module.css";

/** How likely a career suits: what it means, and what it was learned from. */
export function SuitsSheet({ facts: { match, history } }: { facts: RankingFacts }) {
  const t = useTranslations("trust.ranking");
  const { number } = useFormatter();
  if (match === null) {
    return (
      <Sheet id="suits" title={t("suitsTitle")}>
        <p className={classNames(text.body, styles.aside)}>{t("suitsNone")}</p>
      </Sheet>
    );
  }
  const { realPairs: pairs, features, half } = match;
  const share = number(match.realShare, { style: "percent", maximumFractionDigits: 1 });
  return (
    <Sheet id="suits" title={t("suitsTitle")}>
      <p className={text.body}>{t("suitsIntro", { features })}</p>
      <p className={text.body}>{t("suitsMeaning")}</p>
      <p className={text.body}>{pairs === 0 ? t("suitsSimulated") : t("suitsMixed", { share, pairs })}</p>
      <p className={text.body}>
        {t("suitsReal", { liked: history.starsLiked, disliked: history.starsDisliked, half })}{" "}
        {t("suitsVersion", { version: match.number === null ? "shipped" : String(match.number) })}
      </p>
    </Sheet>
  );
}
