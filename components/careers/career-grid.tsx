import type { CareerSummary } from "@/lib/contracts/careers";
import { CareerCard } from "./career-card";
import styles from "./career-card.module.css";

type CareerGridProps = {
  careers: readonly CareerSummary[];
  label: string;
  /** The quiz session that links carry on. */
  from?: string;
};

/** Careers side by side, as many as fit. */
export function CareerGrid({ careers, label, from }: CareerGridProps) {
  return (
    <ul aria-label={label} className={styles.grid}>
      {careers.map((career) => (
        <li key={career.code}>
          <CareerCard career={career} from={from} />
        </li>
      ))}
    </ul>
  );
}
