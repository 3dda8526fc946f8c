import AddCircleOutlineRounded from "@mui/icons-material/AddCircleOutlineRounded";
import RemoveCircleOutlineRounded from "@mui/icons-material/RemoveCircleOutlineRounded";
import { useTranslations } from "next-intl";
import { VISUALLY_HIDDEN } from "@/components/ui/visually-hidden";
import type { DiscoverItem } from "@/lib/contracts/jobs";
import styles from "./job-card.module.css";

type JobReasonsProps = { reasons: DiscoverItem["reasons"]; forMax?: number; againstMax?: number };

/** What speaks for a job and what against it: told apart by icon and word, not by color alone. */
export function JobReasons({ reasons, forMax = 2, againstMax = 1 }: JobReasonsProps) {
  const t = useTranslations("jobs");
  const shown = [
    ...reasons.for.slice(0, forMax).map((reason) => ({ kind: "for" as const, reason })),
    ...reasons.against.slice(0, againstMax).map((reason) => ({ kind: "against" as const, reason })),
  ];
  if (shown.length === 0) return null;
  return (
    <ul aria-label={t("reasons")} className={styles.reasons}>
      {shown.map(({ kind, reason }) => {
        const Icon = kind === "for" ? AddCircleOutlineRounded : RemoveCircleOutlineRounded;
        return (
          <li key={kind + reason} className={styles[kind]}>
            <Icon aria-hidden="true" />
            <span>
              <span style={VISUALLY_HIDDEN}>{t(kind)} </span>
              {reason}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
