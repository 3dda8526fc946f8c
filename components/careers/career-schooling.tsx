import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useFormatter, useTranslations } from "next-intl";
import type { CareerDetailReply } from "@/lib/contracts/careers";
import { FactList } from "./fact-list";
import { MeterList } from "./meter-list";
import { PageSection } from "./page-section";
import { useFactWords } from "./use-fact-words";

const EXPERIENCE_WORDS: Record<string, string> = {
  None: "experienceNone",
  "Less than 5 years": "experienceLess",
  "5 years or more": "experienceMore",
};

/** What it takes to get in, and what the people in it say it took them. */
export function CareerSchooling({ education }: Pick<CareerDetailReply, "education">) {
  const t = useTranslations("career");
  const words = useFactWords();
  const format = useFormatter();
  const { typicalEntry, experience, training, distribution } = education;
  const experienceWord = EXPERIENCE_WORDS[experience ?? ""];
  const trainingKey = `trainings.${training ?? ""}`;
  const levels = (distribution ?? [])
    .map((percent, i) => ({ label: t(`levels.l${i + 1}`), percent }))
    .filter(({ percent }) => percent > 0);
  return (
    <PageSection title={t("schoolingTitle")} isWide>
      <Box sx={{ display: "grid", gap: 3, gridTemplateColumns: { xs: "1fr", md: "2fr 3fr" } }}>
        <FactList
          columnMin={220}
          facts={[
            { label: t("entry"), value: words.schooling(typicalEntry) },
            {
              label: t("experience"),
              value: experienceWord === undefined ? (experience ?? words.unknown) : t(experienceWord),
            },
            {
              label: t("training"),
              value: training !== null && t.has(trainingKey) ? t(trainingKey) : (training ?? words.unknown),
            },
          ]}
        />
        {levels.length === 0 ? null : (
          <div>
            <Typography component="h3" variant="h5" sx={{ mb: 1.5 }}>
              {t("distribution")}
            </Typography>
            <MeterList
              max={100}
              meters={levels.map(({ label, percent }) => ({
                label,
                value: percent,
                valueText: format.number(percent / 100, { style: "percent" }),
              }))}
            />
          </div>
        )}
      </Box>
    </PageSection>
  );
}
