"use client";

import Button from "@mui/material/Button";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { FilterSelect } from "@/components/careers/filter-select";
import { useErrorWords } from "@/components/careers/use-error-words";
import { BottomSheet } from "@/components/ui/bottom-sheet";
import controls from "@/components/ui/controls.module.css";
import text from "@/components/ui/type.module.css";
import type { ClusterListReply } from "@/lib/contracts/careers";
import type { JobPreferencesReply } from "@/lib/contracts/jobs";
import styles from "./jobs.module.css";
import { SALARY_OPTIONS } from "./jobs-url";
import { LearningMeter } from "./learning-meter";
import { type PreferencesChange, patchPreferences, preferencesOptions, resetLearning } from "./queries";
import { RemovableList } from "./removable-list";
import { getSwipeStore } from "./swipe-store";
import { useJobWords } from "./use-job-words";

type PreferencesSheetProps = {
  isOpen: boolean;
  onClose: () => void;
  owner: string;
  clusters: ClusterListReply["clusters"];
  /** The feed no longer fits. */
  onChanged: () => void;
};

/** Everything that is ruled out and learned, each of it to be taken back. */
export function PreferencesSheet({ isOpen, onClose, owner, clusters, onChanged }: PreferencesSheetProps) {
  const t = useTranslations("jobs.preferences");
  const tCommon = useTranslations("common");
  const toWords = useErrorWords();
  const { data, error } = useQuery({ ...preferencesOptions(), staleTime: 0, enabled: isOpen });
  return (
    <BottomSheet
      isOpen={isOpen}
      onClose={onClose}
      title={t("title")}
      subtitle={t("intro")}
      action={
        <Button variant="contained" onClick={onClose}>
          {t("done")}
        </Button>
      }
    >
      {data === undefined ? (
        <p role="status" className={text.small}>
          {error === null ? tCommon("loading") : toWords(error)}
        </p>
      ) : (
        <Panel known={data} owner={owner} clusters={clusters} onChanged={onChanged} />
      )}
    </BottomSheet>
  );
}

type PanelProps = Pick<PreferencesSheetProps, "owner" | "clusters" | "onChanged"> & { known: JobPreferencesReply };

function Panel({ known, owner, clusters, onChanged }: PanelProps) {
  const t = useTranslations("jobs.preferences");
  const tFacts = useTranslations("jobs.facts");
  const words = useJobWords();
  const { preferences: own, deniedSkills, learning } = known;
  const { change, reset, status } = useChanges(owner, onChanged);
  const steps = [...new Set([...SALARY_OPTIONS, own.salaryMin ?? 0])].filter((step) => step > 0).sort((a, b) => a - b);
  const nameOf = (cluster: string) => clusters.find(({ id }) => id === cluster)?.name ?? cluster;
  const without = <Item,>(list: readonly Item[], item: Item) => list.filter((other) => other !== item);
  return (
    <div className={styles.panel}>
      <p role="status" className={text.small}>
        {status}
      </p>
      <label className={controls.switchRow}>
        <input
          type="checkbox"
          role="switch"
          checked={own.remoteOnly}
          aria-checked={own.remoteOnly}
          onChange={(event) => change({ remoteOnly: event.target.checked })}
          className={controls.switch}
        />
        {t("remoteOnly")}
      </label>
      <FilterSelect
        name="salaryMin"
        label={t("salaryMin")}
        value={String(own.salaryMin ?? "")}
        onChange={(value) => change({ salaryMin: value === "" ? null : Number(value) })}
        options={[
          { value: "", label: t("salaryAny") },
          ...steps.map((step) => ({ value: String(step), label: words.money(step) })),
        ]}
      />
      <RemovableList
        title={t("companies")}
        items={own.hiddenCompanies.map((company) => ({ key: company.id, name: company.name, item: company }))}
        onRemove={(company) => change({ hiddenCompanies: without(own.hiddenCompanies, company) })}
      />
      <RemovableList
        title={t("clusters")}
        items={own.hiddenClusters.map((id) => ({ key: id, name: nameOf(id), item: id }))}
        onRemove={(id) => change({ hiddenClusters: without(own.hiddenClusters, id) })}
      />
      <RemovableList
        title={t("locations")}
        items={own.hiddenLocations.map((place) => ({ key: place, name: place, item: place }))}
        onRemove={(place) => change({ hiddenLocations: without(own.hiddenLocations, place) })}
      />
      <RemovableList
        title={t("seniorities")}
        items={own.hiddenSeniorities.map((level) => ({ key: level, name: tFacts(`seniority.${level}`), item: level }))}
        onRemove={(level) => change({ hiddenSeniorities: without(own.hiddenSeniorities, level) })}
      />
      <RemovableList
        title={t("deniedSkills")}
        items={deniedSkills.map((skill) => ({ key: skill, name: skill, item: skill }))}
        onRemove={(skill) => change({ deniedSkills: without(deniedSkills, skill) })}
      />
      <div className={styles.panelLearning}>
        <LearningMeter learning={learning} />
        <Button variant="outlined" disabled={learning.likes === 0} onClick={reset}>
          {t("reset")}
        </Button>
        <p className={text.caption}>{t("resetText")}</p>
      </div>
    </div>
  );
}

/** Changes show once the server has them, one after the other. */
function useChanges(owner: string, onChanged: () => void) {
  const t = useTranslations("jobs.preferences");
  const toWords = useErrorWords();
  const client = useQueryClient();
  const mutation = useMutation({
    networkMode: "always",
    scope: { id: "job-preferences" },
    mutationFn: (change: PreferencesChange | "reset") =>
      change === "reset" ? resetLearning() : patchPreferences(change),
    onSuccess: (reply) => {
      client.setQueryData(preferencesOptions().queryKey, reply);
      getSwipeStore(owner).adopt(reply);
      onChanged();
    },
  });
  const { error, isSuccess, variables } = mutation;
  return {
    change: (change: PreferencesChange) => mutation.mutate(change),
    reset: () => mutation.mutate("reset"),
    status:
      error !== null
        ? t("failed", { reason: toWords(error) })
        : isSuccess
          ? t(variables === "reset" ? "didReset" : "saved")
          : "",
  };
}
