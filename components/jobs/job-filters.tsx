"use client";

import CloseRounded from "@mui/icons-material/CloseRounded";
import { useTranslations } from "next-intl";
import { useEffect, useId, useState } from "react";
import { FilterSelect } from "@/components/careers/filter-select";
import { classNames } from "@/components/ui/class-names";
import controls from "@/components/ui/controls.module.css";
import type { ClusterListReply } from "@/lib/contracts/careers";
import styles from "./jobs.module.css";
import { type FeedFilters, JOB_SENIORITIES, parseSkills, SALARY_OPTIONS } from "./jobs-url";
import { useJobWords } from "./use-job-words";

export type JobFiltersProps = {
  filters: FeedFilters;
  clusters: ClusterListReply["clusters"];
  /** Of the career that the address names. */
  careerTitle: string | null;
  onFilter: (part: Partial<FeedFilters>) => void;
};

export function JobFilters({ filters, clusters, careerTitle, onFilter }: JobFiltersProps) {
  const t = useTranslations("jobs.filters");
  const words = useJobWords();
  const steps = [...new Set([...SALARY_OPTIONS, filters.salary_min])].filter((step) => step > 0).sort((a, b) => a - b);
  return (
    <div className={styles.filters}>
      {filters.career === "" ? null : (
        <p className={styles.careerChip}>
          <span>{t("career", { title: careerTitle ?? filters.career })}</span>
          <button type="button" aria-label={t("careerRemove")} onClick={() => onFilter({ career: "" })}>
            <CloseRounded />
          </button>
        </p>
      )}
      <label className={controls.switchRow}>
        <input
          type="checkbox"
          role="switch"
          checked={filters.remote}
          aria-checked={filters.remote}
          onChange={(event) => onFilter({ remote: event.target.checked })}
          className={controls.switch}
        />
        {t("remote")}
      </label>
      <TypedFilter
        name="location"
        label={t("location")}
        placeholder={t("locationPlaceholder")}
        value={filters.location}
        onCommit={(location) => onFilter({ location })}
      />
      <SeniorityFilter chosen={filters.seniority} onFilter={onFilter} />
      <FilterSelect
        name="salary_min"
        label={t("salary")}
        value={filters.salary_min === 0 ? "" : String(filters.salary_min)}
        onChange={(value) => onFilter({ salary_min: Number(value) })}
        options={[
          { value: "", label: t("any") },
          ...steps.map((step) => ({ value: String(step), label: t("salaryOption", { amount: words.money(step) }) })),
        ]}
      />
      <FilterSelect
        name="cluster"
        label={t("cluster")}
        value={filters.cluster}
        onChange={(cluster) => onFilter({ cluster })}
        options={[
          { value: "", label: t("clusterAny") },
          ...clusters.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <TypedFilter
        name="skills"
        label={t("skills")}
        placeholder={t("skillsPlaceholder")}
        value={filters.skills.join(", ")}
        onCommit={(typed) => onFilter({ skills: parseSkills(typed) })}
      />
    </div>
  );
}

type TypedFilterProps = {
  name: string;
  label: string;
  placeholder: string;
  value: string;
  /** The field was left, or Enter pressed. */
  onCommit: (value: string) => void;
};

function TypedFilter({ name, label, placeholder, value, onCommit }: TypedFilterProps) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const commit = () => {
    if (typed.trim() !== value) onCommit(typed.trim().slice(0, 80 * 10));
  };
  return (
    <div className={controls.field}>
      <label htmlFor={id} className={controls.label}>
        {label}
      </label>
      <input
        id={id}
        name={name}
        type="text"
        value={typed}
        placeholder={placeholder}
        maxLength={name === "location" ? 80 : 400}
        enterKeyHint="done"
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit();
        }}
        className={controls.control}
      />
    </div>
  );
}

function SeniorityFilter({
  chosen,
  onFilter,
}: {
  chosen: FeedFilters["seniority"];
  onFilter: JobFiltersProps["onFilter"];
}) {
  const t = useTranslations("jobs");
  return (
    <fieldset className={styles.levels}>
      <legend className={controls.label}>{t("filters.seniority")}</legend>
      {JOB_SENIORITIES.map((level) => (
        <button
          key={level}
          type="button"
          aria-pressed={chosen.includes(level)}
          onClick={() =>
            onFilter({
              seniority: JOB_SENIORITIES.filter((one) =>
                one === level ? !chosen.includes(one) : chosen.includes(one),
              ),
            })
          }
          className={classNames(styles.levelButton)}
        >
          {t(`facts.seniority.${level}`)}
        </button>
      ))}
    </fieldset>
  );
}
