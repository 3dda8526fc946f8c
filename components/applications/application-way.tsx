import CheckRounded from "@mui/icons-material/CheckRounded";
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { Sheet } from "@/components/ui/sheet";
import text from "@/components/ui/type.module.css";
import { VISUALLY_HIDDEN } from "@/components/ui/visually-hidden";
import type { ApplicationDetailReply, ApplicationStatus } from "@/lib/contracts/applications";
import styles from "./applications.module.css";
import { STATUSES } from "./applications-url";
import { useApplicationWords } from "./use-application-words";

type Stage = {
  status: ApplicationStatus;
  state: "reached" | "now" | "ahead";
  /** When it came there; null for a stage that was passed over. */
  at: string | null;
};

/** The stages with the times at which the application came to them, and in a sentence what that means. */
export function ApplicationWay({ application }: { application: ApplicationDetailReply }) {
  const t = useTranslations("applications");
  const words = useApplicationWords();
  return (
    <Sheet id="way" title={t("detail.way")} isFocusTarget>
      <p className={text.body}>{useWayWords(application)}</p>
      <ol className={styles.way}>
        {listStages(application).map(({ status, state, at }) => (
          <li key={status} data-state={state} aria-current={state === "now" ? "step" : undefined}>
            <span className={styles.blaze}>{state === "reached" ? <CheckRounded aria-hidden="true" /> : null}</span>
            <span className={text.label}>
              {t(`statuses.${status}`)}
              <span style={VISUALLY_HIDDEN}> ({t(`detail.${state}`)})</span>
            </span>
            {at === null ? null : (
              <time dateTime={at} className={classNames(text.caption, text.muted)}>
                {words.toTime(at)}
              </time>
            )}
          </li>
        ))}
      </ol>
    </Sheet>
  );
}

function useWayWords({ status, withdrawnAt, hasEmployer, isHeld }: ApplicationDetailReply): string {
  const t = useTranslations("applications.detail");
  const words = useApplicationWords();
  if (withdrawnAt !== null) return t("wayWithdrawn", { date: words.toDay(withdrawnAt) });
  if (status === "HIRED") return t("wayHired");
  if (status === "REJECTED") return t("wayRejected");
  if (!hasEmployer) return t("wayElsewhere");
  return t(isHeld ? "wayHeld" : "wayOpen");
}

/** The whole way while it is open; the stages that there were once it is over. */
export function listStages({ status, withdrawnAt, events }: ApplicationDetailReply): Stage[] {
  const times = new Map<ApplicationStatus, string>();
  for (const { kind, toStatus, createdAt } of events) {
    if (toStatus !== null && kind !== "reopened" && !times.has(toStatus)) times.set(toStatus, createdAt);
  }
  const isOver = withdrawnAt !== null || status === "REJECTED";
  const place = STATUSES.indexOf(status);
  return STATUSES.flatMap((stage, at): Stage[] => {
    const time = times.get(stage) ?? null;
    if (stage === status) return [{ status: stage, state: withdrawnAt === null ? "now" : "reached", at: time }];
    if (time !== null) return [{ status: stage, state: "reached", at: time }];
    // What lies ahead, unless nothing does; being turned down is not announced.
    if (at > place && !isOver && stage !== "REJECTED" && status !== "HIRED")
      return [{ status: stage, state: "ahead", at: null }];
    return [];
  });
}
