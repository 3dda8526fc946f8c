import AddCircleOutlineRounded from "@mui/icons-material/AddCircleOutlineRounded";
import RemoveCircleOutlineRounded from "@mui/icons-material/RemoveCircleOutlineRounded";
import SwapVertRounded from "@mui/icons-material/SwapVertRounded";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";
import type { Recommendation } from "@/lib/contracts/results";

const KINDS = {
  for: { Icon: AddCircleOutlineRounded, color: "success.main" },
  against: { Icon: RemoveCircleOutlineRounded, color: "secondary.main" },
  change: { Icon: SwapVertRounded, color: "info.main" },
} as const;

type ReasonListProps = {
  kind: keyof typeof KINDS;
  reasons: readonly string[];
  /** What to say when there is none; nothing is shown without it. */
  empty?: string;
  /** Heading level in the document. */
  level: 3 | 4;
};

function ReasonList({ kind, reasons, empty, level }: ReasonListProps) {
  const t = useTranslations("results");
  const { Icon, color } = KINDS[kind];
  if (reasons.length === 0 && empty === undefined) return null;
  return (
    <div>
      <Typography component={`h${level}`} variant="subtitle2" sx={{ display: "flex", alignItems: "center", gap: 1 }}>
        <Icon aria-hidden="true" fontSize="small" sx={{ color }} />
        {t(kind)}
      </Typography>
      {reasons.length === 0 ? (
        <Typography variant="body2" sx={{ color: "text.secondary", mt: 0.5, pl: 3.5 }}>
          {empty}
        </Typography>
      ) : (
        <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 3.5, listStyle: "none", display: "grid", gap: 0.75 }}>
          {reasons.map((reason) => (
            <Typography component="li" variant="body2" key={reason}>
              {reason}
            </Typography>
          ))}
        </Box>
      )}
    </div>
  );
}

type ReasonsProps = {
  explanation: Recommendation["explanation"];
  level: 3 | 4;
  /** Only the first reason of each kind, and not what would change it. */
  isShort?: boolean;
};

/** What speaks for a career, what against it and what would change its place: told apart by icon and word, not by color alone. */
export function Reasons({ explanation, level, isShort = false }: ReasonsProps) {
  const t = useTranslations("results");
  const few = (reasons: readonly string[]) => (isShort ? reasons.slice(0, 2) : reasons);
  return (
    <Box sx={{ display: "grid", gap: 2, gridTemplateColumns: { xs: "1fr", sm: "1fr 1fr" } }}>
      <ReasonList kind="for" reasons={few(explanation.for)} empty={t("noFor")} level={level} />
      <ReasonList
        kind="against"
        reasons={isShort ? explanation.against.slice(0, 1) : explanation.against}
        empty={t("noAgainst")}
        level={level}
      />
      {isShort ? null : (
        <Box sx={{ gridColumn: "1 / -1" }}>
          <ReasonList kind="change" reasons={explanation.change} level={level} />
        </Box>
      )}
    </Box>
  );
}
