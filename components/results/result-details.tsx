import ArrowForwardRounded from "@mui/icons-material/ArrowForwardRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Chip from "@mui/material/Chip";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AiExposure } from "@/components/careers/ai-exposure";
import { DimensionChart } from "@/components/careers/dimension-chart";
import { ProfileRadar } from "@/components/careers/profile-radar";
import { toRiasecKinds } from "@/components/careers/riasec-words";
import { WageRange } from "@/components/careers/wage-range";
import type { Recommendation } from "@/lib/contracts/results";
import { DIMENSIONS } from "@/lib/engine/profile/dimensions";

type ResultDetailsProps = {
  recommendation: Recommendation;
  abilityVector: readonly number[];
  href: string;
};

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Typography component="h4" variant="h5" sx={{ mb: 1 }}>
        {title}
      </Typography>
      {children}
    </section>
  );
}

/** What a card shows beyond the essentials. */
export function ResultDetails({ recommendation, abilityVector, href }: ResultDetailsProps) {
  const t = useTranslations();
  const { career, facts } = recommendation;
  if (facts === undefined) return null;
  const rows = DIMENSIONS.map((dimension, d) => ({
    dimension,
    you: abilityVector[d] ?? null,
    career: facts.abilityVector[d] ?? null,
  }));
  return (
    <Box sx={{ display: "grid", gap: 3.5 }}>
      <Part title={t("results.profileTitle")}>
        {facts.abilityEstimated ? <Estimated /> : null}
        <Box sx={{ display: "grid", alignItems: "center", gap: 2, "@media (min-width:1160px)": SIDE_BY_SIDE }}>
          <DimensionChart rows={rows} caption={t("facts.dimensionsOf", { career })} />
          <ProfileRadar rows={rows} widthMin={1160} />
        </Box>
      </Part>
      <Box sx={{ display: "grid", gap: 3.5, gridTemplateColumns: { xs: "1fr", sm: "1fr 1fr" } }}>
        <Part title={t("results.payTitle")}>
          <WageRange wages={facts.wages} />
          <Typography variant="caption" component="p" sx={{ color: "text.secondary", mt: 1 }}>
            {facts.blsShared && facts.blsTitle !== null
              ? t("facts.payShared", { title: facts.blsTitle })
              : t("facts.payYear")}
          </Typography>
        </Part>
        <Part title={t("facts.aiTitle")}>
          <AiExposure ai={facts.ai} />
        </Part>
        <Part title={t("facts.day")}>
          <Box component="ol" sx={{ m: 0, pl: 2.5, "& li": { py: 0.25 } }}>
            {facts.day.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </Box>
        </Part>
        <Part title={t("facts.tough")}>
          <Typography>{t("facts.fitsText", { text: facts.tough })}</Typography>
        </Part>
        <Part title={t("results.interests")}>
          <Interests code={facts.riasec.code} />
        </Part>
      </Box>
      <Button
        href={href}
        variant="outlined"
        endIcon={<ArrowForwardRounded />}
        aria-label={t("results.openOf", { career })}
        sx={{ justifySelf: "start", "@media print": { display: "none" } }}
      >
        {t("results.open")}
      </Button>
    </Box>
  );
}

const SIDE_BY_SIDE = { gridTemplateColumns: "minmax(0, 1fr) auto" };

function Estimated() {
  const t = useTranslations("facts");
  return (
    <Typography variant="body2" sx={{ mb: 1.5, color: "text.secondary" }}>
      <Chip component="span" size="small" variant="soft" color="blaze" label={t("estimated")} sx={{ mr: 1 }} />
      {t("estimatedNote")}
    </Typography>
  );
}

function Interests({ code }: { code: string }) {
  const t = useTranslations("facts");
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: "none", display: "flex", flexWrap: "wrap", gap: 1 }}>
      {toRiasecKinds(code).map((kind) => (
        <li key={kind}>
          <Chip component="span" variant="soft" label={`${t(`riasec.${kind}`)} (${t(`riasecName.${kind}`)})`} />
        </li>
      ))}
    </Box>
  );
}
