import { Tracked } from "@/components/tracking/tracked";
import type { CareerSummary } from "@/lib/contracts/careers";
import { CareerCard } from "./career-card";
import styles from "./career-card.module.css";

type CareerGridProps = {
  careers: readonly CareerSummary[];
  label: string;
  /** Which list of careers this is, for those who agreed to have recorded what they do with it. */
  surface: string;
  /** The quiz session that links carry on. */
  from?: string;
  /** Each card offers to put its career beside others. */
  canCompare?: boolean;
};

/** Careers side by side, as many as fit. */
export function CareerGrid({ careers, label, surface, from, canCompare = false }: CareerGridProps) {
  return (
    <ul aria-label={label} className={styles.grid}>
      {careers.map((career) => (
        <Tracked as="li" key={career.code} recommendationId={career.recommendationId} surface={surface}>
          <CareerCard career={career} from={from} canCompare={canCompare} />
        </Tracked>
      ))}
    </ul>
  );
}
