import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useFormatter, useTranslations } from "next-intl";
import type { CareerDetailReply } from "@/lib/contracts/careers";
import { AiExposure } from "./ai-exposure";
import { MeterList } from "./meter-list";
import { PageSection } from "./page-section";

/** What AI may change about the work, in plain words. */
export function CareerAi({ ai }: Pick<CareerDetailReply, "ai">) {
  const t = useTranslations();
  const format = useFormatter();
  const share = (value: number) => format.number(value, { style: "percent", maximumFractionDigits: 0 });
  return (
    <PageSection title={t("facts.aiTitle")} note={t("career.sourceAi")}>
      <AiExposure ai={ai} />
      <Typography variant="body2" sx={{ mt: 1.5 }}>
        {ai.exposure === null ? null : `${t("career.aiText", { share: share(ai.exposure) })} `}
        {ai.applicability === null ? null : t("career.aiUsed", { score: Math.round(100 * ai.applicability) })}
      </Typography>
      {ai.exposure === null ? null : (
        <Typography variant="body2" sx={{ mt: 1.5, fontWeight: 600 }}>
          {t("career.aiMeaning")}
        </Typography>
      )}
    </PageSection>
  );
}

export function CareerTitles({ alternateTitles }: Pick<CareerDetailReply, "alternateTitles">) {
  const t = useTranslations("career");
  if (alternateTitles.length === 0) return null;
  return (
    <PageSection title={t("titlesTitle")}>
      <Words words={alternateTitles} />
    </PageSection>
  );
}

export function CareerMajors({ majors }: Pick<CareerDetailReply, "majors">) {
  const t = useTranslations("career");
  if (majors.length === 0) return null;
  return (
    <PageSection title={t("majorsTitle")}>
      <Words words={majors.map(({ title }) => title)} />
    </PageSection>
  );
}

export function CareerIndustries({ industries }: Pick<CareerDetailReply, "industries">) {
  const t = useTranslations("career");
  const format = useFormatter();
  if (industries.length === 0) return null;
  return (
    <PageSection title={t("industriesTitle")}>
      <MeterList
        max={100}
        meters={industries.map(({ name, percent }) => ({
          label: name,
          value: percent,
          valueText: format.number(percent / 100, { style: "percent" }),
        }))}
      />
    </PageSection>
  );
}

function Words({ words }: { words: readonly string[] }) {
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5, fontSize: "0.9375rem", "& li": { py: 0.25 } }}>
      {words.map((word) => (
        <li key={word}>{word}</li>
      ))}
    </Box>
  );
}
