"use client";

import AddCircleOutlineRounded from "@mui/icons-material/AddCircleOutlineRounded";
import CheckCircleRounded from "@mui/icons-material/CheckCircleRounded";
import Button from "@mui/material/Button";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorWords } from "@/components/careers/use-error-words";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { JobDetailReply } from "@/lib/contracts/jobs";
import { correctSkill, type SkillCorrection } from "./correct-skill";
import styles from "./job-page.module.css";
import { jobOptions } from "./queries";

type MatchSkillsProps = { jobId: string; skills: NonNullable<JobDetailReply["match"]>["skills"] };

/** The skills that a job asks for, by whether the person has them, each to be put right on the spot. */
export function MatchSkills({ jobId, skills }: MatchSkillsProps) {
  const t = useTranslations("jobs.match");
  const toWords = useErrorWords();
  const client = useQueryClient();
  const { mutate, isPending, data, error } = useMutation({
    networkMode: "always",
    scope: { id: "job-skills" },
    mutationFn: async (correction: SkillCorrection) => {
      await correctSkill(correction);
      return client.fetchQuery({ ...jobOptions(jobId), staleTime: 0 });
    },
  });
  const status = isPending
    ? t("saving")
    : error !== null
      ? t("failed", { reason: toWords(error) })
      : data?.match == null
        ? ""
        : t("saved", { points: Math.round(data.match.score) });
  return (
    <div>
      <h3 className={text.label}>{t("met")}</h3>
      {skills.met.length === 0 ? <p className={classNames(text.small, text.muted)}>{t("metNone")}</p> : null}
      <ul className={styles.skills}>
        {skills.met.map(({ name, isInferred }) => (
          <li key={name}>
            <span className={styles.skillName}>
              <CheckCircleRounded aria-hidden="true" className={styles.metIcon} />
              <span>
                {name}
                {isInferred ? <span className={classNames(text.caption, text.muted)}> {t("inferred")}</span> : null}
              </span>
            </span>
            <Button
              size="small"
              color="inherit"
              aria-label={t("haveNotOf", { name })}
              onClick={() => mutate({ name, hasIt: false, isInferred })}
            >
              {t("haveNot")}
            </Button>
          </li>
        ))}
      </ul>
      <h3 className={text.label} style={{ marginTop: 16 }}>
        {t("missing")}
      </h3>
      {skills.missing.length === 0 ? <p className={classNames(text.small, text.muted)}>{t("missingNone")}</p> : null}
      <ul className={styles.skills}>
        {skills.missing.map((name) => (
          <li key={name}>
            <span className={styles.skillName}>
              <AddCircleOutlineRounded aria-hidden="true" className={styles.missingIcon} />
              {name}
            </span>
            <Button
              size="small"
              aria-label={t("haveOf", { name })}
              onClick={() => mutate({ name, hasIt: true, isInferred: false })}
            >
              {t("have")}
            </Button>
          </li>
        ))}
      </ul>
      {skills.areTypical ? <p className={classNames(text.caption, text.muted)}>{t("typical")}</p> : null}
      <p role="status" className={text.small}>
        {status}
      </p>
    </div>
  );
}
