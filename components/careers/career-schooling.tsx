import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { CareerDetailReply } from "@/lib/contracts/careers";
import styles from "./career-page.module.css";
import { FactList } from "./fact-list";
import { MeterList } from "./meter-list";
import { PageSection } from "./page-section";
import { useFactWords } from "./use-fact-words";

/** What it takes to get in, and what the people in it say it took them. */
export function CareerSchooling({ education }: Pick<CareerDetailReply, "education">) {
  const t = useTranslations("career");
  const words = useFactWords();
  const { typicalEntry, experience, training, distribution } = education;
  const levels = (distribution ?? [])
    .map((percent, i) => ({ label: t(`levels.l${i + 1}`), percent }))
    .filter(({ percent }) => percent > 0);
  // The source's own words, where a newer release has one that the messages do not know yet.
  const translate = (group: "experiences" | "trainings", name: string | null) =>
    name !== null && t.has(`${group}.${name}`) ? t(`${group}.${name}`) : (name ?? words.unknown);
  return (
    <PageSection title={t("schoolingTitle")} isWide>
      <div className={styles.schooling}>
        <FactList
          columnMin={220}
          facts={[
            { label: t("entry"), value: words.schooling(typicalEntry) },
            { label: t("experience"), value: translate("experiences", experience) },
            { label: t("training"), value: translate("trainings", training) },
          ]}
        />
        {levels.length === 0 ? null : (
          <div>
            <h3 className={classNames(text.h5, styles.sectionTitle)}>{t("distribution")}</h3>
            <MeterList
              max={100}
              meters={levels.map(({ label, percent }) => ({ label, value: percent, valueText: words.share(percent) }))}
            />
          </div>
        )}
      </div>
    </PageSection>
  );
}
