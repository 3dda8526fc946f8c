import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";
import { SectionHeading } from "@/components/ui/section-heading";
import type { CareerDetailReply, CareerSummary } from "@/lib/contracts/careers";
import { CareerAbilities } from "./career-abilities";
import { CareerAi, CareerIndustries, CareerMajors, CareerTitles } from "./career-background";
import { CareerInterests, CareerStyles, CareerValues } from "./career-character";
import { CareerGrid } from "./career-grid";
import { CareerHeader } from "./career-header";
import { CareerLike } from "./career-like";
import { CareerOutlook, CareerPay } from "./career-pay";
import { CareerSchooling } from "./career-schooling";
import { CareerSkills, CareerTechnologies } from "./career-skills";
import { type CareerVisitor, CareerVisitorPanel } from "./career-visitor";

export type { CareerVisitor } from "./career-visitor";

type CareerPageViewProps = {
  career: CareerDetailReply;
  similar: readonly CareerSummary[];
  /** Somebody who came from their results; null for everybody else. */
  visitor: CareerVisitor | null;
};

const RELATED_MAX = 6;

/** A career's page. Rendered on the server; only the save button, the view record and the radar run in the browser. */
export function CareerPageView({ career, similar, visitor }: CareerPageViewProps) {
  const t = useTranslations("career");
  const near = new Set(similar.map(({ code }) => code));
  const related = career.related.filter(({ code }) => !near.has(code)).slice(0, RELATED_MAX);
  return (
    <>
      <CareerHeader career={career} sessionId={visitor?.sessionId ?? null} />
      {visitor === null ? null : <CareerVisitorPanel career={career} visitor={visitor} />}
      <Box sx={SHEETS}>
        <CareerLike career={career} />
        <CareerPay career={career} />
        <CareerOutlook career={career} />
        <CareerSchooling education={career.education} />
        <CareerAbilities career={career} visitor={visitor} />
        <CareerInterests riasec={career.riasec} />
        <CareerValues values={career.values} />
        <CareerSkills topSkills={career.topSkills} />
        <Box sx={{ display: "grid", gap: "inherit", gridTemplateColumns: "minmax(0, 1fr)", alignContent: "start" }}>
          <CareerTechnologies technologies={career.technologies} />
          <CareerStyles styles={career.styles} />
        </Box>
        <CareerAi ai={career.ai} />
        <CareerIndustries industries={career.industries} />
        <CareerTitles alternateTitles={career.alternateTitles} />
        <CareerMajors majors={career.majors} />
      </Box>
      <More title={t("similarTitle")} intro={t("similarIntro")} careers={similar} from={visitor?.sessionId} />
      <More title={t("relatedTitle")} intro={t("relatedIntro")} careers={related} from={visitor?.sessionId} />
      <Sources code={career.code} />
    </>
  );
}

const SHEETS = {
  display: "grid",
  gap: 2.5,
  gridTemplateColumns: { xs: "minmax(0, 1fr)", md: "repeat(2, minmax(0, 1fr))" },
} as const;

type MoreProps = { title: string; intro: string; careers: readonly CareerSummary[]; from: string | undefined };

function More({ title, intro, careers, from }: MoreProps) {
  if (careers.length === 0) return null;
  return (
    <Box component="section" aria-label={title} sx={{ mt: { xs: 5, sm: 7 } }}>
      <SectionHeading title={title} intro={intro} />
      <CareerGrid careers={careers} label={title} from={from} />
    </Box>
  );
}

function Sources({ code }: { code: string }) {
  const t = useTranslations("career");
  const lines = [t("sourceOnet"), t("sourceBls"), t("sourceAi"), t("sourceOwn"), t("code", { code })];
  return (
    <Box component="section" aria-labelledby="sources" sx={{ mt: { xs: 5, sm: 7 }, maxWidth: "76ch" }}>
      <Typography component="h2" variant="h4" id="sources" sx={{ mb: 1 }}>
        {t("sourcesTitle")}
      </Typography>
      {lines.map((line) => (
        <Typography key={line} variant="body2" sx={{ color: "text.secondary", mb: 0.75 }}>
          {line}
        </Typography>
      ))}
    </Box>
  );
}
