import { useFormatter, useTranslations } from "next-intl";
import type { CareerDetailReply } from "@/lib/contracts/careers";
import facts from "./facts.module.css";
import { MarkedNote } from "./marked-note";
import { MeterList } from "./meter-list";
import { PageSection } from "./page-section";
import { RIASEC_KINDS } from "./riasec-words";

const VALUES = [
  "achievement",
  "independence",
  "recognition",
  "relationships",
  "support",
  "workingConditions",
] as const satisfies readonly (keyof NonNullable<CareerDetailReply["values"]>)[];

const SCALE_MAX = 7;

function useOutOf() {
  const t = useTranslations("career");
  const format = useFormatter();
  return (value: number) => t("outOf7", { value: format.number(value, { maximumFractionDigits: 1 }) });
}

export function CareerInterests({ riasec }: Pick<CareerDetailReply, "riasec">) {
  const t = useTranslations();
  const outOf = useOutOf();
  return (
    <PageSection
      title={t("career.interestsTitle")}
      intro={t("career.interestsIntro")}
      note={
        <MarkedNote mark={t("facts.estimated")}>
          {t("career.modelNote")} {t("career.interestsCode", { code: riasec.code })}
        </MarkedNote>
      }
    >
      <MeterList
        max={SCALE_MAX}
        meters={RIASEC_KINDS.map((kind) => ({
          label: `${t(`facts.riasec.${kind}`)} (${t(`facts.riasecName.${kind}`)})`,
          value: riasec[kind],
          valueText: outOf(riasec[kind]),
        }))}
      />
    </PageSection>
  );
}

/** Nothing where the source has no work values for the career. */
export function CareerValues({ values }: Pick<CareerDetailReply, "values">) {
  const t = useTranslations("career");
  const outOf = useOutOf();
  if (values === null) return null;
  return (
    <PageSection title={t("valuesTitle")} intro={t("valuesIntro")}>
      <MeterList
        max={SCALE_MAX}
        meters={VALUES.map((name) => ({
          label: t(`values.${name}`),
          value: values[name],
          valueText: outOf(values[name]),
        }))}
      />
    </PageSection>
  );
}

export function CareerStyles({ styles }: Pick<CareerDetailReply, "styles">) {
  const t = useTranslations();
  if (styles.length === 0) return null;
  return (
    <PageSection
      title={t("career.stylesTitle")}
      intro={t("career.stylesIntro")}
      note={<MarkedNote mark={t("facts.estimated")}>{t("career.modelNote")}</MarkedNote>}
    >
      <ol className={facts.words}>
        {styles.map(({ name }) => (
          <li key={name}>{name}</li>
        ))}
      </ol>
    </PageSection>
  );
}
