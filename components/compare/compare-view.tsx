import AddRounded from "@mui/icons-material/AddRounded";
import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/state-message";
import text from "@/components/ui/type.module.css";
import type { Comparison } from "@/lib/contracts/compare";
import { CareerSearch } from "./career-search";
import styles from "./compare.module.css";
import { CompareTable } from "./compare-table";
import { COMPARED_MAX, type ComparedCodes, toCompareHref } from "./compare-url";

type CompareViewProps = { asked: ComparedCodes; comparison: Comparison };

/** The comparison, what could not be compared, and the ways to add to it. */
export function CompareView({ asked, comparison }: CompareViewProps) {
  const t = useTranslations("compare");
  const { careers } = comparison;
  const codes = careers.map(({ code }) => code);
  const first = careers[0];
  return (
    <>
      <Problems asked={asked} unknownCodes={comparison.unknownCodes} />
      <div className={styles.top}>
        {codes.length < COMPARED_MAX ? (
          // Another set of careers starts the search anew.
          <CareerSearch key={codes.join()} codes={codes} />
        ) : (
          <p className={classNames(text.small, text.muted)}>{t("addFull")}</p>
        )}
        {codes.length < COMPARED_MAX ? <Suggestions codes={codes} suggestions={comparison.suggestions} /> : null}
      </div>
      {first !== undefined && careers.length > 1 ? (
        <CompareTable comparison={comparison} />
      ) : (
        <EmptyState
          title={t(first === undefined ? "emptyTitle" : "oneTitle")}
          actions={
            <Button variant="outlined" size="large" href="/careers">
              {t("browse")}
            </Button>
          }
        >
          {first === undefined ? t("emptyText") : t("oneText", { title: first.title })}
        </EmptyState>
      )}
    </>
  );
}

function Suggestions({ codes, suggestions }: { codes: readonly string[]; suggestions: Comparison["suggestions"] }) {
  const t = useTranslations("compare");
  if (suggestions.length === 0) return null;
  return (
    <div>
      <p id="compare-suggestions" className={classNames(text.caption, text.muted)}>
        {t("suggestions")}
      </p>
      <ul aria-labelledby="compare-suggestions" className={styles.suggestions}>
        {suggestions.map(({ code, title }) => (
          <li key={code}>
            <AppLink href={toCompareHref([...codes, code])} scroll={false} aria-label={t("add", { title })}>
              <AddRounded aria-hidden="true" />
              {title}
            </AppLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

type ProblemsProps = { asked: ComparedCodes; unknownCodes: readonly string[] };

/** What of the address could not be shown, in words. */
function Problems({ asked: { malformed, repeated, surplus }, unknownCodes }: ProblemsProps) {
  const t = useTranslations("compare");
  const told = (name: string, words: readonly string[]) =>
    words.length === 0 ? [] : [t(name, { count: words.length, words: words.map(shorten).join(", ") })];
  const lines = [
    ...told("malformed", malformed),
    ...told("unknown", unknownCodes),
    ...told("repeated", repeated),
    ...told("surplus", surplus),
  ];
  if (lines.length === 0) return null;
  return (
    <div className={styles.problems}>
      {lines.map((line) => (
        <Alert key={line} severity="warning" role="note">
          {line}
        </Alert>
      ))}
    </div>
  );
}

const WORD_MAX = 40;

/** An address may hold anything of any length. */
const shorten = (word: string): string => (word.length > WORD_MAX ? `${word.slice(0, WORD_MAX)}…` : word);
