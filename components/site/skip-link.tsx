import styles from "./site.module.css";

/** The first thing the Tab key reaches: past the header, straight to the content. */
export function SkipLink({ label }: { label: string }) {
  return (
    <a href="#content" className={styles.skip}>
      {label}
    </a>
  );
}
