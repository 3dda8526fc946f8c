import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import { useTranslations } from "next-intl";
import { memo } from "react";
import type { CareerSummary } from "@/lib/contracts/careers";
import { useFactWords } from "./use-fact-words";

type CareerCardProps = {
  career: CareerSummary;
  /** Heading level in the document. */
  level?: 2 | 3;
  /** The quiz session that the link carries on to the career's page. */
  from?: string;
};

// Plain elements under one styled box: a page holds dozens of cards, and each styled element costs time when it becomes live.
const CARD = {
  position: "relative",
  height: "100%",
  display: "flex",
  flexDirection: "column",
  gap: 1,
  p: 2.5,
  borderRadius: 5,
  border: 1,
  borderColor: "divider",
  bgcolor: "background.paper",
  transition: "border-color 120ms",
  "@media (hover: hover)": { "&:hover": { borderColor: "primary.main" } },
  "&:focus-within": { borderColor: "primary.main" },
  "& .title": { m: 0, font: "650 1.1875rem/1.3 var(--font-heading)", letterSpacing: "-0.01em", textWrap: "balance" },
  // The whole card is a target, and still the link reads as its title alone.
  "& .title a::after": { content: '""', position: "absolute", inset: 0, borderRadius: 5 },
  "& .cluster": { m: 0, fontSize: "0.8125rem", color: "text.secondary" },
  "& .summary": {
    m: 0,
    fontSize: "0.9375rem",
    lineHeight: 1.5,
    display: "-webkit-box",
    WebkitLineClamp: 3,
    WebkitBoxOrient: "vertical",
    overflow: "hidden",
  },
  "& dl": {
    m: 0,
    mt: "auto",
    pt: 1,
    display: "grid",
    gridTemplateColumns: "auto 1fr",
    columnGap: 1.5,
    rowGap: 0.25,
    fontSize: "0.875rem",
  },
  "& dt": { color: "text.secondary" },
  "& dd": { m: 0, textAlign: "right", fontWeight: 600 },
} as const;

/** A career in a list. */
export const CareerCard = memo(function CareerCard({ career, level = 3, from }: CareerCardProps) {
  const t = useTranslations("facts");
  const words = useFactWords();
  const Heading = `h${level}` as const;
  const facts = [
    { label: t("pay"), value: words.pay(career.salary_range) },
    { label: t("growth"), value: words.growth(career.growthPercent) },
    { label: t("openings"), value: words.count(career.openingsPerYear) },
    { label: t("education"), value: words.schooling(career.education) },
  ];
  return (
    <Box component="article" sx={CARD}>
      <Heading className="title">
        <Link
          href={`/careers/${career.code}${from === undefined ? "" : `?from=${from}`}`}
          color="inherit"
          underline="hover"
        >
          {career.title}
        </Link>
      </Heading>
      <p className="cluster">{career.cluster}</p>
      <p className="summary">{career.summary}</p>
      <dl>
        {facts.map(({ label, value }) => (
          <FactRow key={label} label={label} value={value} />
        ))}
      </dl>
    </Box>
  );
});

function FactRow({ label, value }: { label: string; value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}
