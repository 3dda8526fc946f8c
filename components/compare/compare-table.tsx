import CloseRounded from "@mui/icons-material/CloseRounded";
import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { Comparison } from "@/lib/contracts/compare";
import { type CompareRow, useGlanceRows, useWorkRows } from "./compare-sections";
import styles from "./compare-table.module.css";
import { toCompareHref } from "./compare-url";
import { useAbilityRows, useInterestRows, useValueRows } from "./scale-rows";

type TableProps = { comparison: Comparison };

/**
 * The careers as columns of one table, rendered on the server. On a narrow screen it scrolls sideways under names that stay; on a wide
 * one its head stays in view. The switch that hides what is alike is a checkbox that the style sheet reads.
 */
export function CompareTable({ comparison }: TableProps) {
  const t = useTranslations("compare");
  const { careers } = comparison;
  const sections = [
    { id: "glance", rows: useGlanceRows(comparison) },
    { id: "work", rows: useWorkRows(comparison) },
    { id: "abilities", rows: useAbilityRows(comparison) },
    { id: "interests", rows: useInterestRows(comparison) },
    { id: "values", rows: useValueRows(comparison) },
  ];
  const hasDifferences = sections.some(({ rows }) => rows.some(({ isDifferent }) => isDifferent));
  const titles = careers.map(({ title }) => title).join(", ");
  return (
    <div className={styles.comparison}>
      <div className={styles.options}>
        <label className={styles.only}>
          <input type="checkbox" className={styles.onlyBox} />
          {t("only")}
        </label>
        <p className={classNames(text.small, text.muted)}>
          <Differs /> {t("legend")}
        </p>
      </div>
      {hasDifferences ? null : <p className={classNames(text.body, styles.nothing)}>{t("nothing")}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className={styles.scroller} aria-label={t("scroll")} tabIndex={0}>
        <table className={styles.table} style={{ ["--careers" as string]: careers.length }}>
          <caption>{t("caption", { titles })}</caption>
          <Head comparison={comparison} />
          {sections.map(({ id, rows }) => (
            <Section key={id} title={t(`sections.${id}`)} rows={rows} comparison={comparison} />
          ))}
        </table>
      </section>
      <Notes comparison={comparison} />
    </div>
  );
}

function Head({ comparison: { careers, you } }: TableProps) {
  const t = useTranslations("compare");
  const from = you === null ? "" : `?from=${you.sessionId}`;
  return (
    <thead>
      <tr>
        <td className={classNames(styles.side, styles.head)} />
        {careers.map(({ code, title, cluster, isActive }) => (
          <th key={code} scope="col" className={classNames(styles.cell, styles.head)}>
            <div className={styles.careerHead}>
              <AppLink href={`/careers/${code}${from}`} className={classNames(text.h5, styles.careerLink)}>
                {title}
              </AppLink>
              <AppLink
                href={toCompareHref(careers.map((career) => career.code).filter((other) => other !== code))}
                replace
                scroll={false}
                aria-label={t("remove", { title })}
                className={styles.remove}
              >
                <CloseRounded aria-hidden="true" />
              </AppLink>
            </div>
            <p className={classNames(text.caption, text.muted)}>{cluster}</p>
            {isActive ? null : <p className={styles.mark}>{t("inactive")}</p>}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Section({ title, rows, comparison }: TableProps & { title: string; rows: readonly CompareRow[] }) {
  return (
    <tbody className={classNames(rows.some(({ isDifferent }) => isDifferent) ? undefined : styles.alike)}>
      <tr className={styles.sectionRow}>
        <th scope="rowgroup" className={classNames(styles.side, styles.sectionName)}>
          {title}
        </th>
        {/* Where the head has scrolled away, the names come again with each section. */}
        {comparison.careers.map((career) => (
          <td key={career.code} aria-hidden="true" className={classNames(styles.cell, styles.sectionCareer)}>
            {career.title}
          </td>
        ))}
      </tr>
      {rows.map(({ id, label, note, isDifferent, cells }) => (
        <tr key={id} className={isDifferent ? styles.different : styles.alike}>
          <th scope="row" className={classNames(styles.side, styles.line)}>
            {label}
            {isDifferent ? <Differs /> : null}
            {note === undefined ? null : <span className={styles.note}>{note}</span>}
          </th>
          {cells.map((cell, at) => (
            <td key={comparison.careers[at]?.code} className={classNames(styles.cell, styles.line)}>
              {cell}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

function Differs() {
  const t = useTranslations("compare");
  return (
    <span role="img" aria-label={t("differs")} className={styles.differs}>
      ≠
    </span>
  );
}

function Notes({ comparison: { careers } }: TableProps) {
  const t = useTranslations("compare");
  const estimated = careers.filter(({ abilityEstimated }) => abilityEstimated).map(({ title }) => title);
  const lines = [
    ...careers.flatMap(({ title, blsShared, blsTitle }) =>
      blsShared && blsTitle !== null ? [t("shared", { title, group: blsTitle })] : [],
    ),
    ...(estimated.length === 0 ? [] : [t("estimated", { titles: estimated.join(", ") })]),
    t("modelled"),
  ];
  return (
    <div className={styles.notes}>
      {lines.map((line) => (
        <p key={line} className={classNames(text.caption, text.muted)}>
          {line}
        </p>
      ))}
    </div>
  );
}
