import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";
import { SectionHeading } from "@/components/ui/section-heading";
import { StatTile } from "@/components/ui/stat-tile";
import type { CareerDetailReply } from "@/lib/contracts/careers";
import { useFactWords } from "./use-fact-words";

/** Where one is, what the career is called, what it is, and its four figures. */
export function CareerHeader({ career, sessionId }: { career: CareerDetailReply; sessionId: string | null }) {
  const t = useTranslations();
  return (
    <>
      <Box component="nav" aria-label={t("career.crumbs")} sx={{ mb: 2.5 }}>
        <Box component="ol" sx={CRUMBS}>
          {sessionId === null ? null : (
            <li>
              <Link href={`/results/${sessionId}`}>{t("career.backToResults")}</Link>
            </li>
          )}
          <li>
            <Link href="/careers">{t("career.back")}</Link>
          </li>
          <li>
            <Link href={`/careers?cluster=${career.clusterId}`}>{career.cluster}</Link>
          </li>
        </Box>
      </Box>
      <SectionHeading level={1} size="h1" title={career.title} intro={career.summary} />
      <Glance career={career} />
    </>
  );
}

const CRUMBS = {
  m: 0,
  p: 0,
  listStyle: "none",
  display: "flex",
  flexWrap: "wrap",
  columnGap: 1,
  fontSize: "0.9375rem",
  "& li": { display: "flex", alignItems: "center", minHeight: 32 },
  "& li + li::before": { content: '"/"', mr: 1, color: "text.secondary" },
} as const;

function Glance({ career }: { career: CareerDetailReply }) {
  const t = useTranslations();
  const words = useFactWords();
  const { wages, outlook, education } = career;
  const tiles = [
    { label: t("facts.pay"), value: words.medianPay(wages) },
    { label: t("facts.growth"), value: words.growth(outlook?.growthPercent ?? null) },
    { label: t("facts.openings"), value: words.count(outlook?.openingsPerYear ?? null) },
    { label: t("facts.education"), value: words.schooling(education.typicalEntry) },
  ];
  return (
    <Box component="section" aria-labelledby="glance" sx={{ mb: 2.5 }}>
      <Typography component="h2" variant="h3" id="glance" sx={{ mb: 1.5 }}>
        {t("career.glance")}
      </Typography>
      <Box
        sx={{
          display: "grid",
          gap: { xs: 1.5, sm: 2.5 },
          gridTemplateColumns: { xs: "repeat(2, minmax(0, 1fr))", md: "repeat(4, minmax(0, 1fr))" },
        }}
      >
        {tiles.map(({ label, value }) => (
          <StatTile key={label} label={label} value={value} />
        ))}
      </Box>
    </Box>
  );
}
