import AddCircleOutlineRounded from "@mui/icons-material/AddCircleOutlineRounded";
import RemoveCircleOutlineRounded from "@mui/icons-material/RemoveCircleOutlineRounded";
import { useTranslations } from "next-intl";
import { VISUALLY_HIDDEN } from "@/components/ui/visually-hidden";
import type { Applicant } from "@/lib/contracts/employer";
import styles from "./board.module.css";

const ICONS = { for: AddCircleOutlineRounded, against: RemoveCircleOutlineRounded } as const;

type MatchReasonsProps = { reasons: Applicant["reasons"]; forMax?: number; againstMax?: number };

/** What speaks for an applicant and what against: told apart by icon and word, not by color alone. */
export function MatchReasons({ reasons, forMax, againstMax }: MatchReasonsProps) {
  const t = useTranslations("employer.applicant");
  const shown = [
    ...reasons.for.slice(0, forMax).map((reason) => ({ kind: "for" as const, reason })),
    ...reasons.against.slice(0, againstMax).map((reason) => ({ kind: "against" as const, reason })),
  ];
  if (shown.length === 0) return null;
  return (
    <ul aria-label={t("reasons")} className={styles.reasons}>
      {shown.map(({ kind, reason }) => {
        const Icon = ICONS[kind];
        return (
          <li key={kind + reason} data-kind={kind}>
            <Icon aria-hidden="true" />
            <span>
              <span style={VISUALLY_HIDDEN}>{t(kind)}: </span>
              {reason}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
