import facts from "./facts.module.css";

type ToolMarkProps = {
  kind: "hot" | "inDemand";
  /** What the mark means; without it the mark is decoration beside words that say so. */
  label?: string;
};

const PATHS = {
  hot: "M12 3c1 4 5 5.500 5 10a5 5 0 0 1-10 0c0-2 1-3.200 2-4 .2 1.800 1 2.600 1.800 2.800C10.500 8.500 11 5.500 12 3z",
  inDemand: "M4 16l5.500-5.500 3.500 3.500L20 7m0 0h-5m5 0v5",
} as const;

/** Two small signs, drawn here because an icon of the icon library would have to run in the browser. */
export function ToolMark({ kind, label }: ToolMarkProps) {
  return (
    <>
      <svg width="18" height="18" viewBox="0 0 24 24" fill="none" aria-hidden="true" focusable="false">
        <path d={PATHS[kind]} stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      {label === undefined ? null : <span className={facts.hidden}>({label})</span>}
    </>
  );
}
