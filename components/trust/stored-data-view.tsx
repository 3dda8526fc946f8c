import Button from "@mui/material/Button";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { SectionHeading } from "@/components/ui/section-heading";
import { EmptyState } from "@/components/ui/state-message";
import text from "@/components/ui/type.module.css";
import type { UserDataCounts, UserDataKind } from "@/lib/contracts/user-data";
import { RICH } from "./rich";
import { Sheet } from "./sheet";
import styles from "./trust.module.css";

export const EXPORT_PATH = "/api/v1/me/export";

/** Nobody made these: they follow from the others, or keep things working. */
const TECHNICAL: ReadonlySet<UserDataKind> = new Set([
  "interactionTotals",
  "settledEvents",
  "sessions",
  "endedSessions",
]);

type StoredDataViewProps = {
  /** null for guests */
  email: string | null;
  counts: UserDataCounts;
  /** When a guest's data goes by itself; null for accounts. */
  deletedAt: Date | null;
  guestDays: number;
  /** The way to delete it all. */
  deletion: ReactNode;
};

export function StoredDataView({ email, counts, deletedAt, guestDays, deletion }: StoredDataViewProps) {
  const t = useTranslations("trust.data");
  const { dateTime } = useFormatter();
  const note =
    deletedAt === null
      ? t("accountNote")
      : t("guestNote", { date: dateTime(deletedAt, { dateStyle: "long" }), days: guestDays });
  return (
    <>
      <SectionHeading
        level={1}
        size="h1"
        title={t("title")}
        intro={email === null ? t("introGuest") : t("introAccount", { email })}
      />
      <div className={styles.sheets}>
        <Sheet id="stored" title={t("storedTitle")}>
          <p className={text.body}>{note}</p>
          <StoredCounts counts={counts} profile={t(email === null ? "profileGuest" : "profileAccount")} />
          <p className={text.small}>{t.rich("privacy", RICH)}</p>
        </Sheet>
        <Sheet id="download" title={t("downloadTitle")}>
          <p className={text.body}>{t("downloadText")}</p>
          <Button variant="contained" href={EXPORT_PATH} download>
            {t("download")}
          </Button>
        </Sheet>
        {deletion}
      </div>
    </>
  );
}

function StoredCounts({ counts, profile }: { counts: UserDataCounts; profile: string }) {
  const t = useTranslations("trust.data");
  const kinds = Object.keys(counts) as UserDataKind[];
  const technical = kinds.filter((kind) => TECHNICAL.has(kind));
  return (
    <>
      <dl className={styles.rows}>
        <div className={styles.row}>
          <dt>{t("profile")}</dt>
          <dd className={text.small}>{profile}</dd>
        </div>
        {kinds
          .filter((kind) => !TECHNICAL.has(kind))
          .map((kind) => (
            <CountRow key={kind} kind={kind} count={counts[kind]} />
          ))}
      </dl>
      <details className={styles.more}>
        <summary>{t("technical", { count: technical.reduce((sum, kind) => sum + counts[kind], 0) })}</summary>
        <dl className={styles.rows}>
          {technical.map((kind) => (
            <CountRow key={kind} kind={kind} count={counts[kind]} />
          ))}
        </dl>
      </details>
    </>
  );
}

function CountRow({ kind, count }: { kind: UserDataKind; count: number }) {
  const t = useTranslations("trust");
  return (
    <div className={classNames(styles.row, styles.counted)}>
      <dt>{t(`kinds.${kind}.name`)}</dt>
      <dd className={styles.figure} data-empty={count === 0 || undefined}>
        {count === 0 ? t("data.none") : t("data.count", { count })}
      </dd>
      <dd className={classNames(text.small, text.muted, styles.words)}>{t(`kinds.${kind}.why`)}</dd>
    </div>
  );
}

/** For somebody of whom there is nothing. */
export function NoData() {
  const t = useTranslations("trust.data");
  return (
    <EmptyState
      level={1}
      title={t("emptyTitle")}
      actions={
        <>
          <Button variant="contained" href="/quiz">
            {t("emptyQuiz")}
          </Button>
          <Button variant="outlined" href="/privacy">
            {t("emptyPrivacy")}
          </Button>
        </>
      }
    >
      {t("emptyText")}
    </EmptyState>
  );
}
