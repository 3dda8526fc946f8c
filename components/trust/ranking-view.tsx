import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import { classNames } from "@/components/ui/class-names";
import { MeterBar } from "@/components/ui/meter-bar";
import { SectionHeading } from "@/components/ui/section-heading";
import text from "@/components/ui/type.module.css";
import type { RankingFacts } from "./ranking-facts";
import { RICH } from "./rich";
import { Sheet } from "./sheet";
import { SuitsSheet } from "./suits-sheet";
import styles from "./trust.module.css";

type RankingViewProps = {
  facts: RankingFacts;
  /** The switch for personal recommendations, or what stands in for it. */
  historySwitch: ReactNode;
};

export function RankingView({ facts, historySwitch }: RankingViewProps) {
  const t = useTranslations("trust.ranking");
  const { listLength: length, clusterCount: clusters } = facts;
  return (
    <>
      <SectionHeading level={1} size="h1" title={t("title")} intro={t("intro")} />
      <div className={styles.sheets}>
        <ScoreSheet facts={facts} />
        <WishesSheet facts={facts} />
        <Sheet id="kinds" title={t("diversityTitle")}>
          <p className={text.body}>{t("diversityText", { length, clusters })}</p>
        </Sheet>
        <HistorySheet facts={facts} historySwitch={historySwitch} />
        <Sheet id="plain" title={t("plainTitle")}>
          <p className={text.body}>{t("plainText")}</p>
          <ul className={styles.points}>
            <li>
              <AppLink href="/careers?sort=openings">{t("plainOpenings")}</AppLink>
            </li>
            <li>
              <AppLink href="/careers">{t("plainTitleLink")}</AppLink>
            </li>
          </ul>
        </Sheet>
        <Sheet id="other" title={t("otherTitle")}>
          <ul className={styles.points}>
            {(["otherSearch", "otherBrowse", "otherSimilar"] as const).map((key) => (
              <li key={key}>{t.rich(key, RICH)}</li>
            ))}
          </ul>
        </Sheet>
        <SuitsSheet facts={facts} />
        <JobsSheet facts={facts} />
        <LearningSheet facts={facts} />
        <Sheet id="never" title={t("neverTitle")}>
          <ul className={styles.points}>
            {(["who", "money", "others", "profile", "notes"] as const).map((key) => (
              <li key={key}>{t(`never.${key}`)}</li>
            ))}
          </ul>
        </Sheet>
        <Sheet id="limits" title={t("limitsTitle")}>
          <p className={text.body}>{t("limitsText")}</p>
        </Sheet>
      </div>
    </>
  );
}

function ScoreSheet({ facts }: { facts: RankingFacts }) {
  const t = useTranslations("trust.ranking");
  const { number } = useFormatter();
  const { careerCount, questionCount, ratingCount, fit, model } = facts;
  const percent = (share: number) => number(share, { style: "percent", maximumFractionDigits: 1 });
  return (
    <Sheet id="score" title={t("partsTitle")}>
      <p className={text.body}>{t("partsIntro", { careers: careerCount, questions: questionCount })}</p>
      {model === null ? (
        <p className={classNames(text.body, styles.aside)}>{t("abilityOnly")}</p>
      ) : (
        <div className={styles.shares}>
          <div>
            <MeterBar label={t("meaningName")} value={fit.meaning} max={1} valueText={percent(fit.meaning)} />
            <p className={classNames(text.small, text.muted, styles.shareNote)}>{t("meaningText", { model })}</p>
          </div>
          <div>
            <MeterBar label={t("abilityName")} value={fit.ability} max={1} valueText={percent(fit.ability)} />
            <p className={classNames(text.small, text.muted, styles.shareNote)}>
              {t("abilityText", { ratings: ratingCount })}
            </p>
          </div>
        </div>
      )}
      {model === null ? null : (
        <p className={text.small}>
          {t("fitNote")} {t("textNote", { words: Math.round(facts.text.equalWords), percent: facts.text.shareMax })}
        </p>
      )}
    </Sheet>
  );
}

function WishesSheet({ facts }: { facts: RankingFacts }) {
  const t = useTranslations("trust.ranking");
  const { number, list } = useFormatter();
  const percent = (share: number) => number(share, { style: "percent", maximumFractionDigits: 0 });
  const objectives = list(facts.objectives.map((name) => t(`objectives.${name}`)));
  return (
    <Sheet id="wishes" title={t("wishesTitle")}>
      <p className={text.body}>{t("wishesIntro")}</p>
      <div className={styles.shares}>
        {facts.wishes.map(({ wish, share }) => (
          <MeterBar
            key={wish}
            label={t(`wishes.${wish}`)}
            value={share}
            max={facts.sliderShareMax}
            valueText={percent(share)}
            tone="blaze"
          />
        ))}
      </div>
      <p className={text.small}>{t("sliders", { objectives, percent: facts.sliderShareMax })}</p>
    </Sheet>
  );
}

function HistorySheet({ facts: { history }, historySwitch }: RankingViewProps) {
  const t = useTranslations("trust.ranking");
  const values = {
    ...{ liked: history.starsLiked, disliked: history.starsDisliked, enough: history.enough, items: history.itemsMax },
    ...{ first: history.firstShare, max: history.likedShare, down: history.dislikedShare },
  };
  return (
    <Sheet id="history" title={t("historyTitle")}>
      <p className={text.body}>{t("historyText", values)}</p>
      <p className={text.body}>{t("historyTaste")}</p>
      <p className={text.body}>{t("historyChoices", { choices: history.choicesMax })}</p>
      <p className={text.body}>{t(history.isUsed ? "historyShown" : "historyOff")}</p>
      {historySwitch}
    </Sheet>
  );
}

function JobsSheet({ facts: { jobs, model } }: { facts: RankingFacts }) {
  const t = useTranslations("trust.ranking");
  const values = { enough: jobs.likesEnough, share: jobs.likedShare };
  return (
    <Sheet id="jobs" title={t("jobsTitle")}>
      <p className={text.body}>{t("jobsIntro")}</p>
      <div className={styles.shares}>
        {jobs.parts.map(({ name, points }) => (
          <MeterBar
            key={name}
            label={t(`jobParts.${name}`, { hours: jobs.recencyHours })}
            value={points}
            max={100}
            valueText={t("jobPoints", { points })}
          />
        ))}
      </div>
      {model === null ? <p className={classNames(text.body, styles.aside)}>{t("jobsNoModel")}</p> : null}
      <p className={text.body}>{t("jobsLearn", values)}</p>
      {jobs.mmrLambda === 1 ? null : <p className={text.body}>{t("jobsVariety", { score: jobs.mmrLambda })}</p>}
      {jobs.rankerNumber === null ? null : (
        <p className={text.body}>{t("jobsRanker", { number: jobs.rankerNumber })}</p>
      )}
      <p className={text.body}>{t("jobsHidden")}</p>
    </Sheet>
  );
}

function LearningSheet({ facts }: { facts: RankingFacts }) {
  const t = useTranslations("trust.ranking");
  const { number } = useFormatter();
  const { version, policy, labels, viewSecondsFull, ranker } = facts;
  return (
    <Sheet id="learning" title={t("learnTitle")}>
      {ranker === null ? (
        <p className={text.body}>{t("learnNone", { version, policy })}</p>
      ) : (
        <RankerText ranker={ranker} version={version} />
      )}
      <p className={text.body}>{t("learnPromoted")}</p>
      <p className={text.body}>{t("learnWeights")}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t("labelKind")}</th>
            <th scope="col">{t("labelWeight")}</th>
          </tr>
        </thead>
        <tbody>
          {labels.map(({ kind, min, max }) => (
            <tr key={kind}>
              <td>{t(`labels.${kind}`, { seconds: viewSecondsFull })}</td>
              <td className={styles.number}>{min === max ? number(max) : t("labelRange", { min, max })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}

function RankerText({ ranker, version }: { ranker: NonNullable<RankingFacts["ranker"]>; version: string }) {
  const t = useTranslations("trust.ranking");
  const { dateTime, list } = useFormatter();
  const { number, sinceMs, learnedFrom, features, groups } = ranker;
  const since = sinceMs === null ? null : dateTime(new Date(sinceMs), { dateStyle: "long", timeStyle: "short" });
  return (
    <>
      <p className={text.body}>
        {since === null ? t("learnRanker", { number, version }) : t("learnRankerSince", { number, version, since })}{" "}
        {learnedFrom === null ? null : t("learnedFrom", learnedFrom)}
      </p>
      <p className={text.body}>
        {t("learnFeatures", { features, groups: list(groups.map((group) => t(`featureGroups.${group}`))) })}
      </p>
    </>
  );
}
