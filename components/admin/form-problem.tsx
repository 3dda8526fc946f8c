"use client";

import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { useErrorWords } from "@/components/careers/use-error-words";
import { ProblemBox } from "@/components/ui/problem-box";
import text from "@/components/ui/type.module.css";
import { toFieldId } from "./career-form-values";
import type { Refusal } from "./use-career-form";

type FormProblemProps = {
  refusal: Refusal | null;
  /** Saves although somebody else changed it; undefined where nobody can have. */
  onForce: (() => void) | undefined;
};

/** What is wrong with a form that was sent, with a way to each field. */
export function FormProblem({ refusal, onForce }: FormProblemProps) {
  const t = useTranslations("admin.form");
  const toWords = useErrorWords();
  if (refusal === null) return null;
  const isStale = refusal.faults.some(({ field }) => field === "ifUpdatedAt");
  const faults = refusal.faults.filter(({ field }) => field !== "ifUpdatedAt");
  return (
    <ProblemBox
      id="career-problem"
      title={t(isStale ? "stale" : faults.length > 0 ? "problem" : "failed", { count: faults.length })}
      attempt={refusal.attempt}
    >
      {faults.length > 0 ? (
        <ul>
          {faults.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              <a href={`#${toFieldId(field)}`}>{t("fault", { field: toFieldName(t, field), message })}</a>
            </li>
          ))}
        </ul>
      ) : (
        <p className={text.body}>{isStale ? t("staleText") : toWords(refusal.error)}</p>
      )}
      {isStale && onForce !== undefined ? (
        <Button variant="outlined" size="small" onClick={onForce} sx={{ mt: 1.5 }}>
          {t("force")}
        </Button>
      ) : null}
    </ProblemBox>
  );
}

function toFieldName(t: ReturnType<typeof useTranslations>, field: string): string {
  const [name = ""] = field.split(".");
  return t.has(`field.${name}`) ? t(`field.${name}`) : field;
}
