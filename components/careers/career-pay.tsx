import { useTranslations } from "next-intl";
import text from "@/components/ui/type.module.css";
import type { CareerDetailReply } from "@/lib/contracts/careers";
import styles from "./career-page.module.css";
import facts from "./facts.module.css";
import { MarkedNote } from "./marked-note";
import { PageSection } from "./page-section";
import { useFactWords, WAGE_CEILING } from "./use-fact-words";
import { WageRange } from "./wage-range";

type CareerPayProps = { career: Pick<CareerDetailReply, "wages" | "blsShared" | "blsTitle" | "outlook"> };

const PERCENTILES = ["p10", "p25", "median", "p75", "p90"] as const;

export function CareerPay({ career }: CareerPayProps) {
  const t = useTranslations();
  const words = useFactWords();
  const { wages } = career;
  const isTopCoded = wages !== null && wages.topCoded.length > 0;
  return (
    <PageSection
      title={t("career.payTitle")}
      note={
        <>
          <SharedNote career={career} />
          <p>
            {t("facts.payYear")}{" "}
            {isTopCoded ? t("career.payTop", { amount: words.amount(WAGE_CEILING[wages.period], wages.period) }) : null}
          </p>
        </>
      }
    >
      <WageRange wages={wages} />
      {wages === null ? null : <WageTable wages={wages} />}
    </PageSection>
  );
}

/** Figures of a group of occupations are marked where they are shown. */
function SharedNote({ career }: CareerPayProps) {
  const t = useTranslations("facts");
  if (!career.blsShared || career.blsTitle === null) return null;
  return <MarkedNote mark={t("shared")}>{t("payShared", { title: career.blsTitle })}</MarkedNote>;
}

function WageTable({ wages }: { wages: NonNullable<CareerDetailReply["wages"]> }) {
  const t = useTranslations();
  const words = useFactWords();
  const toText = (name: (typeof PERCENTILES)[number]) => {
    const value = wages[name];
    if (value !== null) return words.amount(value, wages.period);
    return wages.topCoded.includes(name) ? words.ceiling(wages.period) : words.unknown;
  };
  return (
    <table className={styles.wages}>
      <caption className={facts.hidden}>{t("career.payTable")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("career.payShare")}</th>
          <th scope="col">
            {t("career.payAmount")} ({t(`facts.${wages.period}`)})
          </th>
        </tr>
      </thead>
      <tbody>
        {PERCENTILES.map((name) => (
          <tr key={name}>
            <th scope="row">{t(`career.percentiles.${name}`)}</th>
            <td>{toText(name)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function CareerOutlook({ career }: CareerPayProps) {
  const t = useTranslations();
  const words = useFactWords();
  const { outlook } = career;
  if (outlook === null) {
    return (
      <PageSection title={t("career.outlookTitle")}>
        <p className={text.body}>{t("career.outlookUnknown")}</p>
      </PageSection>
    );
  }
  const figures = [
    { label: t("career.jobsNow"), value: words.count(outlook.employment) },
    { label: t("facts.growth"), value: words.growth(outlook.growthPercent) },
    { label: t("facts.openings"), value: words.count(outlook.openingsPerYear) },
  ];
  return (
    <PageSection title={t("career.outlookTitle")} note={<SharedNote career={career} />}>
      <p className={text.body}>
        {t(outlook.growthPercent < 0 ? "career.outlookShrinks" : "career.outlookGrows", {
          employment: words.count(outlook.employment),
          growth: words.share(Math.abs(outlook.growthPercent)),
          openings: words.count(outlook.openingsPerYear),
        })}
      </p>
      <dl className={styles.figures}>
        {figures.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </PageSection>
  );
}
