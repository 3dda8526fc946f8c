"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { memo, useEffect, useId, useState } from "react";
import { FactList } from "@/components/careers/fact-list";
import { useFactWords } from "@/components/careers/use-fact-words";
import { AppLink } from "@/components/ui/app-link";
import { Chevron } from "@/components/ui/chevron";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { Recommendation } from "@/lib/contracts/results";
import { MatchButton } from "./match-button";
import { MatchParts } from "./match-parts";
import { recordView } from "./queries";
import { Reasons } from "./reasons";
import { ResultDetails } from "./result-details";
import styles from "./results.module.css";
import { SaveButton } from "./save-button";

type ResultCardProps = {
  recommendation: Recommendation;
  sessionId: string;
  abilityVector: readonly number[];
  /** Starts with its details open where there is room. */
  isLead: boolean;
};

/** `auto`: open on a wide screen, closed on a phone; CSS decides until the script knows which it is. */
type Openness = "auto" | "open" | "closed";

export const ResultCard = memo(function ResultCard(props: ResultCardProps) {
  const { recommendation, sessionId, abilityVector, isLead } = props;
  const { code, career, cluster, rank, score, parts, explanation, facts } = recommendation;
  const t = useTranslations("results");
  const [openness, setOpenness] = useOpenness(isLead);
  const [hasParts, setHasParts] = useState(false);
  const id = useId();
  const href = `/careers/${code}?from=${sessionId}`;
  const toggle = () => {
    if (openness === "closed") recordView({ sessionId, careerCode: code });
    setOpenness(openness === "closed" ? "open" : "closed");
  };
  return (
    <Box component="article" aria-labelledby={`${id}-title`} sx={CARD}>
      <Box sx={{ display: "flex", gap: { xs: 1.5, sm: 2 }, alignItems: "flex-start" }}>
        <Rank rank={rank} />
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <h3 className={classNames(text.h3, styles.title)} id={`${id}-title`} tabIndex={-1} data-focus-target>
            <AppLink href={href}>{career}</AppLink>
          </h3>
          <p className={classNames(text.small, text.muted)}>{cluster}</p>
        </Box>
        <MatchButton
          score={score}
          isOpen={hasParts}
          panelId={`${id}-parts`}
          onToggle={() => setHasParts((isOpen) => !isOpen)}
        />
      </Box>
      <div id={`${id}-parts`}>{hasParts ? <MatchParts parts={parts} score={score} /> : null}</div>
      {facts === undefined ? null : <p className={text.body}>{facts.summary}</p>}
      <Reasons explanation={explanation} level={4} isShort={openness === "closed"} />
      <Facts recommendation={recommendation} />
      <Box id={`${id}-details`} sx={openness === "auto" ? { display: { xs: "none", md: "block" } } : undefined}>
        {openness === "closed" ? null : (
          <ResultDetails recommendation={recommendation} abilityVector={abilityVector} href={href} />
        )}
      </Box>
      <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap", "@media print": { display: "none" } }}>
        <Button
          variant="outlined"
          size="small"
          onClick={toggle}
          aria-expanded={openness !== "closed"}
          aria-controls={`${id}-details`}
          aria-label={`${t(openness === "closed" ? "more" : "less")}: ${career}`}
          endIcon={<Chevron className={styles.chevron} />}
          sx={{ minHeight: 44 }}
        >
          {t(openness === "closed" ? "more" : "less")}
        </Button>
        <SaveButton sessionId={sessionId} careerCode={code} career={career} isSaved={recommendation.saved} />
      </Box>
    </Box>
  );
});

const CARD = {
  display: "grid",
  gap: 2,
  gridTemplateColumns: "minmax(0, 1fr)",
  p: { xs: 2, sm: 3 },
  borderRadius: 5,
  border: 1,
  borderColor: "divider",
  bgcolor: "background.paper",
  // The places of what is folded away would still take a gap each.
  "& > :empty": { display: "none" },
  "@media print": { breakInside: "avoid-page" },
} as const;

function useOpenness(isLead: boolean) {
  const [openness, setOpenness] = useState<Openness>(isLead ? "auto" : "closed");
  useEffect(() => {
    setOpenness((last) => {
      if (last !== "auto") return last;
      return window.matchMedia("(min-width:900px)").matches ? "open" : "closed";
    });
  }, []);
  return [openness, setOpenness] as const;
}

function Rank({ rank }: { rank: number }) {
  const t = useTranslations("results");
  return (
    <span role="img" aria-label={t("rank", { rank })} className={styles.rank}>
      {rank}
    </span>
  );
}

function Facts({ recommendation }: { recommendation: Recommendation }) {
  const t = useTranslations("facts");
  const words = useFactWords();
  const { facts } = recommendation;
  if (facts === undefined) return null;
  return (
    <FactList
      facts={[
        { label: t("pay"), value: words.medianPay(facts.wages) },
        { label: t("growth"), value: words.growth(facts.outlook?.growthPercent ?? null) },
        { label: t("openings"), value: words.count(facts.outlook?.openingsPerYear ?? null) },
        { label: t("education"), value: words.schooling(facts.education.typicalEntry) },
      ]}
    />
  );
}
