import { useTranslations } from "next-intl";
import styles from "./audit.module.css";

type Values = Record<string, unknown>;

const isValues = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What was changed, field by field, before and after; folded away, since a new career has many. */
export function AuditDetails({ details }: { details: Values | null }) {
  const t = useTranslations("admin.audit");
  if (details === null) return "–";
  const before = isValues(details.before) ? details.before : {};
  const after = isValues(details.after) ? details.after : isValues(details.filters) ? details.filters : {};
  const fields = Object.keys(after).filter((field) => after[field] !== null || field in before);
  if (fields.length === 0) return "–";
  return (
    <details className={styles.details}>
      <summary>{t("fields", { count: fields.length })}</summary>
      <dl>
        {fields.map((field) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd>
              {field in before ? (
                <>
                  <del>{toText(before[field])}</del> <ins>{toText(after[field])}</ins>
                </>
              ) : (
                toText(after[field])
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function toText(value: unknown): string {
  if (value === null || value === undefined) return "–";
  return typeof value === "string" ? value : JSON.stringify(value);
}
