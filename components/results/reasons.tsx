import AddCircleOutlineRounded from "@mui/icons-material/AddCircleOutlineRounded";
import RemoveCircleOutlineRounded from "@mui/icons-material/RemoveCircleOutlineRounded";
import SwapVertRounded from "@mui/icons-material/SwapVertRounded";
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { Recommendation } from "@/lib/contracts/results";
import styles from "./results.module.css";

const ICONS = { for: AddCircleOutlineRounded, against: RemoveCircleOutlineRounded, change: SwapVertRounded } as const;

type ReasonListProps = {
  kind: keyof typeof ICONS;
  reasons: readonly string[];
  /** What to say when there is none; nothing is shown without it. */
  empty?: string;
  /** Heading level in the document. */
  level: 3 | 4;
};

function ReasonList({ kind, reasons, empty, level }: ReasonListProps) {
  const t = useTranslations("results");
  const Icon = ICONS[kind];
  const Heading = `h${level}` as const;
  if (reasons.length === 0 && empty === undefined) return null;
  return (
    <div className={styles[kind]}>
      <Heading className={classNames(text.label, styles.reasonTitle)}>
        <Icon aria-hidden="true" />
        {t(kind)}
      </Heading>
      <ul className={styles.reasonList}>
        {reasons.length === 0 ? <li className={text.muted}>{empty}</li> : null}
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  );
}

type ReasonsProps = {
  explanation: Recommendation["explanation"];
  level: 3 | 4;
  /** Only the first reasons of each kind, and not what would change it; `auto`: on a phone. */
  isShort?: boolean | "auto";
};

const FOR_FEW = 2;
const AGAINST_FEW = 1;

/** What speaks for a career, what against it and what would change its place: told apart by icon and word, not by color alone. */
export function Reasons({ explanation, level, isShort = false }: ReasonsProps) {
  const t = useTranslations("results");
  const cut = (reasons: readonly string[], few: number) => (isShort === true ? reasons.slice(0, few) : reasons);
  return (
    <div className={classNames(styles.reasons, isShort === "auto" && styles.shortOnPhone)}>
      <ReasonList kind="for" reasons={cut(explanation.for, FOR_FEW)} empty={t("noFor")} level={level} />
      <ReasonList kind="against" reasons={cut(explanation.against, AGAINST_FEW)} empty={t("noAgainst")} level={level} />
      {isShort === true ? null : <ReasonList kind="change" reasons={explanation.change} level={level} />}
    </div>
  );
}
