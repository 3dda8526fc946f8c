import LocalFireDepartmentOutlined from "@mui/icons-material/LocalFireDepartmentOutlined";
import TrendingUpRounded from "@mui/icons-material/TrendingUpRounded";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useFormatter, useTranslations } from "next-intl";
import type { CareerDetailReply } from "@/lib/contracts/careers";
import { MeterList } from "./meter-list";
import { PageSection } from "./page-section";

const IMPORTANCE_MAX = 5;

export function CareerSkills({ topSkills }: Pick<CareerDetailReply, "topSkills">) {
  const t = useTranslations("career");
  const format = useFormatter();
  if (topSkills.length === 0) {
    return (
      <PageSection title={t("skillsTitle")}>
        <Typography variant="body2">{t("skillsUnknown")}</Typography>
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
  const marks = [
    { key: "hot", isOn: technologies.some(({ hot }) => hot), Icon: LocalFireDepartmentOutlined },
    { key: "inDemand", isOn: technologies.some(({ inDemand }) => inDemand), Icon: TrendingUpRounded },
  ] as const;
  return (
    <PageSection
      title={t("technologiesTitle")}
      note={marks
        .filter(({ isOn }) => isOn)
        .map(({ key, Icon }) => (
          <Box key={key} component="p" sx={{ m: 0, display: "flex", gap: 0.75, alignItems: "center" }}>
            <Icon aria-hidden="true" sx={{ fontSize: 18 }} />
            <span>
              {t(key)}: {t(`${key}Note`)}
            </span>
          </Box>
        ))}
    >
      <Box component="ul" sx={LIST}>
        {technologies.map(({ name, hot, inDemand }) => (
          <li key={name}>
            <span>{name}</span>
            {hot ? <LocalFireDepartmentOutlined titleAccess={t("hot")} /> : null}
            {inDemand ? <TrendingUpRounded titleAccess={t("inDemand")} /> : null}
          </li>
        ))}
      </Box>
    </PageSection>
  );
}

const LIST = {
  m: 0,
  p: 0,
  listStyle: "none",
  display: "flex",
  flexWrap: "wrap",
  gap: 1,
  "& li": {
    display: "inline-flex",
    alignItems: "center",
    gap: 0.5,
    px: 1.25,
    py: 0.5,
    borderRadius: 2.5,
    fontSize: "0.875rem",
    fontWeight: 550,
    bgcolor: "brand.sunken",
  },
  "& svg": { fontSize: 18, color: "secondary.main" },
} as const;
