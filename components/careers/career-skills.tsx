import { useFormatter, useTranslations } from "next-intl";
import text from "@/components/ui/type.module.css";
import type { CareerDetailReply } from "@/lib/contracts/careers";
import styles from "./career-page.module.css";
import facts from "./facts.module.css";
import { MeterList } from "./meter-list";
import { PageSection } from "./page-section";
import { ToolMark } from "./tool-marks";

const IMPORTANCE_MAX = 5;
const MARKS = ["hot", "inDemand"] as const;

export function CareerSkills({ topSkills }: Pick<CareerDetailReply, "topSkills">) {
  const t = useTranslations("career");
  const format = useFormatter();
  if (topSkills.length === 0) {
    return (
      <PageSection title={t("skillsTitle")}>
        <p className={text.small}>{t("skillsUnknown")}</p>
      </PageSection>
    );
  }
  return (
    <PageSection title={t("skillsTitle")} intro={t("skillsIntro")}>
      <MeterList
        max={IMPORTANCE_MAX}
        meters={topSkills.map(({ name, kind, importance }) => ({
          label: `${name} (${t(`kinds.${kind}`)})`,
          value: importance,
          valueText: t("outOf5", { value: format.number(importance, { maximumFractionDigits: 1 }) }),
        }))}
      />
    </PageSection>
  );
}

export function CareerTechnologies({ technologies }: Pick<CareerDetailReply, "technologies">) {
  const t = useTranslations("career");
  if (technologies.length === 0) return null;
  const used = MARKS.filter((mark) => technologies.some((technology) => technology[mark]));
  return (
    <PageSection
      title={t("technologiesTitle")}
      note={
        used.length === 0
          ? undefined
          : used.map((mark) => (
              <p key={mark} className={styles.iconLine}>
                <ToolMark kind={mark} />
                {t(`marks.${mark}`)}: {t(`markNotes.${mark}`)}
              </p>
            ))
      }
    >
      <ul className={facts.words}>
        {technologies.map((technology) => (
          <li key={technology.name}>
            {technology.name}
            {MARKS.filter((mark) => technology[mark]).map((mark) => (
              <ToolMark key={mark} kind={mark} label={t(`marks.${mark}`)} />
            ))}
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
