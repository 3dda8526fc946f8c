import ArrowForwardRounded from "@mui/icons-material/ArrowForwardRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AiExposure } from "@/components/careers/ai-exposure";
import { DimensionChart } from "@/components/careers/dimension-chart";
import styles from "@/components/careers/facts.module.css";
import { MarkedNote } from "@/components/careers/marked-note";
import { toRiasecKinds } from "@/components/careers/riasec-words";
import { WageRange } from "@/components/careers/wage-range";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
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
      <h4 className={text.h5} style={{ marginBottom: 8 }}>
        {title}
      </h4>
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
        {facts.abilityEstimated ? (
          <div className={classNames(text.small, text.muted)} style={{ marginBottom: 12 }}>
            <MarkedNote mark={t("facts.estimated")}>{t("facts.estimatedNote")}</MarkedNote>
          </div>
        ) : null}
        <DimensionChart rows={rows} caption={t("facts.dimensionsOf", { career })} />
      </Part>
      <Box sx={{ display: "grid", gap: 3.5, gridTemplateColumns: { xs: "1fr", sm: "1fr 1fr" } }}>
        <Part title={t("results.payTitle")}>
          <WageRange wages={facts.wages} />
          <div className={classNames(text.caption, text.muted)} style={{ marginTop: 8 }}>
            {facts.blsShared && facts.blsTitle !== null ? (
              <MarkedNote mark={t("facts.shared")}>{t("facts.payShared", { title: facts.blsTitle })}</MarkedNote>
            ) : (
              t("facts.payYear")
            )}
          </div>
        </Part>
        <Part title={t("facts.aiTitle")}>
          <AiExposure ai={facts.ai} />
        </Part>
        <Part title={t("facts.day")}>
          <ol className={styles.list}>
            {facts.day.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ol>
        </Part>
        <Part title={t("facts.tough")}>
          <p className={text.body}>{t("facts.sentence", { text: facts.tough })}</p>
        </Part>
        <Part title={t("results.interests")}>
          <Interests code={facts.riasec.code} />
        </Part>
      </Box>
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1.5, "@media print": { display: "none" } }}>
        <Button
          href={href}
          data-click="page"
          variant="outlined"
          endIcon={<ArrowForwardRounded />}
          aria-label={t("results.openOf", { career })}
        >
          {t("results.open")}
        </Button>
        <Button href={`/jobs?career=${recommendation.code}`} aria-label={t("results.jobsLikeOf", { career })}>
          {t("results.jobsLike")}
        </Button>
      </Box>
    </Box>
  );
}

function Interests({ code }: { code: string }) {
  const t = useTranslations("facts");
  return (
    <ul className={styles.words}>
      {toRiasecKinds(code).map((kind) => (
        <li key={kind}>{`${t(`riasec.${kind}`)} (${t(`riasecName.${kind}`)})`}</li>
      ))}
    </ul>
  );
}
