import { useTranslations } from "next-intl";
import { SectionHeading } from "@/components/ui/section-heading";
import text from "@/components/ui/type.module.css";
import type { UserDataKind } from "@/lib/contracts/user-data";
import type { StoragePurpose } from "@/lib/web/client/browser-memory";
import type { KnownChoice } from "@/lib/web/client/tracking/consent-choice";
import { ConsentChoice } from "./consent-choice";
import { type ListedCookie, PrivacyCookies } from "./privacy-cookies";
import { RICH } from "./rich";
import { Sheet } from "./sheet";
import styles from "./trust.module.css";

type PrivacyViewProps = {
  choice: KnownChoice;
  kinds: readonly UserDataKind[];
  cookies: readonly ListedCookie[];
  storage: readonly { key: string; purpose: StoragePurpose }[];
  guestDays: number;
};

const TOPICS = ["choice", "stored", "keep", "cookies", "storage", "sees", "learn", "rights"] as const;
const SHORT = ["short1", "short2", "short3", "short4"] as const;

export function PrivacyView({ choice, kinds, cookies, storage, guestDays }: PrivacyViewProps) {
  const t = useTranslations("trust.privacy");
  const tConsent = useTranslations("trust.consent");
  return (
    <>
      <SectionHeading level={1} size="h1" title={t("title")} intro={t("intro")} />
      <ul className={styles.summary}>
        {SHORT.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      <nav aria-label={t("contents")}>
        <ul className={styles.contents}>
          {TOPICS.map((topic) => (
            <li key={topic}>
              <a href={`#${topic}`}>{t(`${topic}Title`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.sheets}>
        <Sheet id="choice" title={t("choiceTitle")}>
          <p className={text.body}>{t("choiceText")}</p>
          <ConsentChoice known={choice} words={{ allow: tConsent("allow"), refuse: tConsent("refuse") }} />
        </Sheet>
        <StoredKinds kinds={kinds} />
        <Points
          id="keep"
          keys={["keepGuest", "keepAccount", "keepToken", "keepDeleted", "keepCompany"]}
          values={{ days: guestDays }}
        />
        <PrivacyCookies cookies={cookies} />
        <Sheet id="storage" title={t("storageTitle")}>
          <p className={text.body}>{t("storageIntro")}</p>
          <dl className={styles.rows}>
            {storage.map(({ key, purpose }) => (
              <div key={key} className={styles.row}>
                <dt className={styles.name}>{key}</dt>
                <dd className={text.small}>{t(`storage.${purpose}`)}</dd>
              </div>
            ))}
          </dl>
        </Sheet>
        <Points id="sees" keys={["sees1", "seesEmployer", "sees2", "sees3", "sees4"]} />
        <Points id="learn" keys={["learn1", "learn2", "learn3", "learn4"]} />
        <Rights />
      </div>
    </>
  );
}

type PointKey = `${"keep" | "sees" | "learn"}${string}` &
  Parameters<ReturnType<typeof useTranslations<"trust.privacy">>>[0];

function Points(props: { id: "keep" | "sees" | "learn"; keys: readonly PointKey[]; values?: Record<string, number> }) {
  const { id, keys, values } = props;
  const t = useTranslations("trust.privacy");
  return (
    <Sheet id={id} title={t(`${id}Title`)}>
      <ul className={styles.points}>
        {keys.map((key) => (
          <li key={key} className={text.body}>
            {t.rich(key, { ...RICH, ...values })}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function StoredKinds({ kinds }: Pick<PrivacyViewProps, "kinds">) {
  const t = useTranslations("trust.privacy");
  const tKinds = useTranslations("trust.kinds");
  const rows = [
    { key: "profile", name: t("profileName"), why: t("profileWhy") },
    ...kinds.map((kind) => ({ key: kind, name: tKinds(`${kind}.name`), why: tKinds(`${kind}.why`) })),
  ];
  return (
    <Sheet id="stored" title={t("storedTitle")}>
      <p className={text.body}>{t.rich("storedIntro", RICH)}</p>
      <dl className={styles.rows}>
        {rows.map(({ key, name, why }) => (
          <div key={key} className={styles.row}>
            <dt>{name}</dt>
            <dd className={text.small}>{why}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}

const RIGHTS = ["see", "correct", "delete", "object"] as const;

function Rights() {
  const t = useTranslations("trust.privacy");
  return (
    <Sheet id="rights" title={t("rightsTitle")}>
      <p className={text.body}>{t("rightsIntro")}</p>
      <ul className={styles.points}>
        {RIGHTS.map((right) => (
          <li key={right} className={text.body}>
            {t.rich(`rights.${right}`, RICH)}
          </li>
        ))}
      </ul>
      <p className={text.small}>{t("rightsPlace")}</p>
    </Sheet>
  );
}
