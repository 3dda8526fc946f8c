import Box from "@mui/material/Box";
import Chip from "@mui/material/Chip";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";
import { VISUALLY_HIDDEN } from "@/components/ui/visually-hidden";
import type { CareerDetailReply } from "@/lib/contracts/careers";
import { PageSection } from "./page-section";
import { useFactWords, WAGE_CEILING } from "./use-fact-words";
import { WageRange } from "./wage-range";

type CareerPayProps = { career: Pick<CareerDetailReply, "wages" | "blsShared" | "blsTitle" | "outlook"> };

const PERCENTILES = ["p10", "p25", "median", "p75", "p90"] as const;
const PERCENTILE_WORDS = { p10: "payP10", p25: "payP25", median: "payMedian", p75: "payP75", p90: "payP90" } as const;

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
          <Shared career={career} />
          <p style={{ margin: 0 }}>
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
function Shared({ career }: CareerPayProps) {
  const t = useTranslations("facts");
  if (!career.blsShared || career.blsTitle === null) return null;
  return (
    <Box component="p" sx={{ m: 0, mb: 1 }}>
      <Chip component="span" size="small" variant="soft" color="blaze" label={t("shared")} sx={{ mr: 1 }} />
      {t("payShared", { title: career.blsTitle })}
    </Box>
  );
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
    <Box
      component="table"
      sx={{
        mt: 2.5,
        width: "100%",
        borderCollapse: "collapse",
        fontSize: "0.9375rem",
        "& caption": VISUALLY_HIDDEN,
        "& th": { textAlign: "left", fontWeight: 500, color: "text.secondary" },
        "& thead th": { fontSize: "0.8125rem" },
        "& th, & td": { py: 0.75, borderBottom: 1, borderColor: "divider" },
        "& tr > :last-child": { textAlign: "right" },
        "& td": { fontWeight: 600 },
      }}
    >
      <caption>{t("career.payTable")}</caption>
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
            <th scope="row">{t(`career.${PERCENTILE_WORDS[name]}`)}</th>
            <td>{toText(name)}</td>
          </tr>
        ))}
      </tbody>
    </Box>
  );
}

export function CareerOutlook({ career }: CareerPayProps) {
  const t = useTranslations();
  const words = useFactWords();
  const { outlook } = career;
  if (outlook === null) {
    return (
      <PageSection title={t("career.outlookTitle")}>
        <Typography>{t("career.outlookUnknown")}</Typography>
      </PageSection>
    );
  }
  const figures = [
    { label: t("career.jobsNow"), value: words.count(outlook.employment) },
    { label: t("facts.growth"), value: words.growth(outlook.growthPercent) },
    { label: t("facts.openings"), value: words.count(outlook.openingsPerYear) },
  ];
  return (
    <PageSection title={t("career.outlookTitle")} note={<Shared career={career} />}>
      <Typography>
        {t("career.outlookText", {
          employment: words.count(outlook.employment),
          growth: words.growth(outlook.growthPercent),
          openings: words.count(outlook.openingsPerYear),
        })}
      </Typography>
      <Box component="dl" sx={FIGURES}>
        {figures.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </Box>
    </PageSection>
  );
}

const FIGURES = {
  m: 0,
  mt: 2.5,
  display: "grid",
  gap: 1.5,
  "& div": { display: "flex", justifyContent: "space-between", gap: 2, alignItems: "baseline" },
  "& div + div": { borderTop: 1, borderColor: "divider", pt: 1.5 },
  "& dt": { color: "text.secondary", fontSize: "0.9375rem" },
  "& dd": { m: 0, font: "700 1.25rem/1.2 var(--font-heading)" },
} as const;
