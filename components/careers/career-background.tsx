import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { CareerDetailReply } from "@/lib/contracts/careers";
import { AiExposure } from "./ai-exposure";
import facts from "./facts.module.css";
import { MeterList } from "./meter-list";
import { PageSection } from "./page-section";
import { useFactWords } from "./use-fact-words";

/** What AI may change about the work, in plain words. */
export function CareerAi({ ai }: Pick<CareerDetailReply, "ai">) {
  const t = useTranslations();
  const words = useFactWords();
  const lines = [
    ai.exposure === null ? null : t("career.aiText", { share: words.share(Math.round(100 * ai.exposure)) }),
    ai.applicability === null ? null : t("career.aiUsed", { score: Math.round(100 * ai.applicability) }),
    ai.exposure === null ? null : t("career.aiMeaning"),
  ].filter((line) => line !== null);
  return (
    <PageSection title={t("facts.aiTitle")} note={<p>{t("career.sourceAi")}</p>}>
      <AiExposure ai={ai} />
      {lines.map((line) => (
        <p key={line} className={classNames(text.small, facts.spaced)}>
          {line}
        </p>
      ))}
    </PageSection>
  );
}

export function CareerTitles({ alternateTitles }: Pick<CareerDetailReply, "alternateTitles">) {
  const t = useTranslations("career");
  return <Words title={t("titlesTitle")} words={alternateTitles} className={facts.words} />;
}

export function CareerMajors({ majors }: Pick<CareerDetailReply, "majors">) {
  const t = useTranslations("career");
  return <Words title={t("majorsTitle")} words={majors.map(({ title }) => title)} className={facts.list} />;
}

export function CareerIndustries({ industries }: Pick<CareerDetailReply, "industries">) {
  const t = useTranslations("career");
  const words = useFactWords();
  if (industries.length === 0) return null;
  return (
    <PageSection title={t("industriesTitle")}>
      <MeterList
        max={100}
        meters={industries.map(({ name, percent }) => ({
          label: name,
          value: percent,
          valueText: words.share(percent),
        }))}
      />
    </PageSection>
  );
}

type WordsProps = { title: string; words: readonly string[]; className: string | undefined };

function Words({ title, words, className }: WordsProps) {
  if (words.length === 0) return null;
  return (
    <PageSection title={title}>
      <ul className={classNames(text.small, className)}>
        {words.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ul>
    </PageSection>
  );
}
