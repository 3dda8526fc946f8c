"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { type Ref, useEffect, useId, useRef, useState } from "react";
import { CareerActions, Standing } from "@/components/actions/career-actions";
import type { Reactions } from "@/components/actions/queries";
import type { ActionSubject } from "@/components/actions/subject";
import { FactList } from "@/components/careers/fact-list";
import { useFactWords } from "@/components/careers/use-fact-words";
import { useTracked } from "@/components/tracking/use-tracked";
import { AppLink } from "@/components/ui/app-link";
import { Chevron } from "@/components/ui/chevron";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { Recommendation } from "@/lib/contracts/results";
import { MatchButton } from "./match-button";
import { MatchParts } from "./match-parts";
import { Reasons } from "./reasons";
import { ResultDetails } from "./result-details";
import styles from "./results.module.css";
import { SUITS_NOTE_ID } from "./suits-note";

export type CardProps = {
  recommendation: Recommendation;
  sessionId: string;
  abilityVector: readonly number[];
  /** Starts with its details open where there is room. */
  isLead: boolean;
};

/** `auto`: open on a wide screen, closed on a phone; CSS decides until the script knows which it is. */
type Openness = "auto" | "open" | "closed";

type WholeCardProps = CardProps & {
  subject: ActionSubject;
  reactions: Reactions;
  /** It was a slim row until a moment ago, whose button had the focus. */
  isFresh: boolean;
  onDismiss: (isDismissed: boolean) => void;
};

/** A career with why it fits, and what one can do with it. */
export function WholeCard(props: WholeCardProps) {
  const { recommendation, sessionId, abilityVector, isLead, subject, reactions, isFresh, onDismiss } = props;
  const { recommendationId, code, career, explanation, facts } = recommendation;
  const [openness, setOpenness] = useOpenness(isLead);
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isFresh) title.current?.focus();
  }, [isFresh]);
  const href = `/careers/${code}?from=${sessionId}`;
  const isClosed = openness === "closed";
  return (
    <Box
      component="article"
      ref={useTracked(recommendationId, subject.surface)}
      aria-labelledby={`${id}-title`}
      sx={CARD}
    >
      <Head recommendation={recommendation} href={href} id={id} titleRef={title} />
      {facts === undefined ? null : <p className={text.body}>{facts.summary}</p>}
      <Suits suits={recommendation.suits} />
      <Reasons explanation={explanation} level={4} isShort={openness === "auto" ? "auto" : isClosed} />
      <Facts recommendation={recommendation} />
      <Box id={`${id}-details`} sx={openness === "auto" ? { display: { xs: "none", md: "block" } } : undefined}>
        {isClosed ? null : <ResultDetails recommendation={recommendation} abilityVector={abilityVector} href={href} />}
      </Box>
      <Standing reactions={reactions} />
      <div className={styles.actions}>
        <DetailsButton
          career={career}
          isClosed={isClosed}
          isAuto={openness === "auto"}
          panelId={`${id}-details`}
          onToggle={() => setOpenness(isClosed ? "open" : "closed")}
        />
        <CareerActions subject={subject} isSaved={recommendation.saved} reactions={reactions} onDismiss={onDismiss} />
      </div>
    </Box>
  );
}

type HeadProps = { recommendation: Recommendation; href: string; id: string; titleRef: Ref<HTMLHeadingElement> };

/** Rank, title and match; the match unfolds how it adds up. */
function Head({ recommendation, href, id, titleRef }: HeadProps) {
  const { career, cluster, rank, score, parts } = recommendation;
  const [hasParts, setHasParts] = useState(false);
  return (
    <>
      <Box sx={{ display: "flex", gap: { xs: 1.5, sm: 2 }, alignItems: "flex-start" }}>
        <Rank rank={rank} />
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <h3
            ref={titleRef}
            className={classNames(text.h3, styles.title)}
            id={`${id}-title`}
            tabIndex={-1}
            data-focus-target
          >
            <AppLink href={href} data-click="title">
              {career}
            </AppLink>
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
    </>
  );
}

function Suits({ suits }: Pick<Recommendation, "suits">) {
  const t = useTranslations("results");
  if (suits === null) return null;
  return (
    <p className={text.body}>
      {t.rich("suits", { share: suits, strong: (words) => <strong>{words}</strong> })}{" "}
      <a href={`#${SUITS_NOTE_ID}`} className={classNames(text.small, styles.suitsHelp)}>
        {t("suitsHelp")}
      </a>
    </p>
  );
}

type DetailsButtonProps = {
  career: string;
  isClosed: boolean;
  /** The width decides what it says, so that the buttons beside it do not move once the script knows. */
  isAuto: boolean;
  panelId: string;
  onToggle: () => void;
};

function DetailsButton({ career, isClosed, isAuto, panelId, onToggle }: DetailsButtonProps) {
  const t = useTranslations("results");
  const label = t(isClosed ? "more" : "less");
  return (
    <Button
      variant="outlined"
      size="small"
      onClick={onToggle}
      aria-expanded={!isClosed}
      aria-controls={panelId}
      aria-label={`${label}: ${career}`}
      data-click={isClosed ? "details" : undefined}
      endIcon={<Chevron className={styles.chevron} />}
      sx={{ minHeight: 44 }}
    >
      {isAuto ? (
        <>
          <Box component="span" sx={{ display: { md: "none" } }}>
            {t("more")}
          </Box>
          <Box component="span" sx={{ display: { xs: "none", md: "inline" } }}>
            {t("less")}
          </Box>
        </>
      ) : (
        label
      )}
    </Button>
  );
}

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
  // A card with its details open takes a page: kept whole it would leave the page before it empty.
  "@media print": { '&:not(:has([aria-expanded="true"]))': { breakInside: "avoid-page" } },
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
