import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import { useFormatter, useTranslations } from "next-intl";
import text from "@/components/ui/type.module.css";
import type { RankerListReply, RankerSurface } from "@/lib/contracts/rankers";
import { Panel } from "./panel";

type RankerNowProps = {
  surface: RankerSurface;
  current: RankerListReply["current"];
  /** Name of what ranked before; null when nothing was promoted yet. */
  rollBackTo: string | null;
  onRollBack: () => void;
};

/** What ranks a surface, since when, and the way back. */
export function RankerNow({ surface, current, rollBackTo, onRollBack }: RankerNowProps) {
  const t = useTranslations("admin.models");
  const format = useFormatter();
  const { number, since, isUsable } = current;
  const name = number === null ? t("baseScores") : t("version", { number });
  return (
    <Panel
      title={t("nowTitle", { surface })}
      action={
        rollBackTo === null ? undefined : (
          <Button variant="outlined" onClick={onRollBack}>
            {t("rollBack", { name: rollBackTo })}
          </Button>
        )
      }
    >
      <p className={text.h5}>{name}</p>
      <p className={text.body}>
        {since === null
          ? t("nowAlways")
          : t("nowSince", {
              at: format.dateTime(new Date(since), { dateStyle: "medium", timeStyle: "short" }),
            })}{" "}
        {t(number === null ? "nowBase" : "nowRanker", { surface })}
      </p>
      {isUsable ? null : (
        <Alert severity="warning" sx={{ mt: 2 }}>
          {t("unusable")}
        </Alert>
      )}
    </Panel>
  );
}
