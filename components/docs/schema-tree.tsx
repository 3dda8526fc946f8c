import { useTranslations } from "next-intl";
import type { JsonSchema } from "./openapi-document";
import styles from "./reference.module.css";
import { getInnerObject, listLimits, toTypeText } from "./schema-text";

/** The fields of an object, one a line; objects inside fold away. Plain HTML: it needs no script. */
export function SchemaTree({ schema }: { schema: JsonSchema }) {
  const object = getInnerObject(schema);
  if (object === null) return <code>{toTypeText(schema)}</code>;
  return (
    <ul className={styles.fields}>
      {Object.entries(object.properties ?? {}).map(([name, field]) => (
        <SchemaField key={name} name={name} schema={field} isRequired={object.required?.includes(name) ?? false} />
      ))}
    </ul>
  );
}

type SchemaFieldProps = { name: string; schema: JsonSchema; isRequired: boolean };

function SchemaField({ name, schema, isRequired }: SchemaFieldProps) {
  const t = useTranslations("docs");
  const inner = getInnerObject(schema);
  return (
    <li className={styles.field}>
      <code className={styles.name}>{name}</code>
      <SchemaFacts schema={schema} isRequired={isRequired} />
      {inner === null ? null : (
        <details className={styles.more}>
          <summary>{t("fieldsOf", { name })}</summary>
          <div className={styles.inner}>
            <SchemaTree schema={inner} />
          </div>
        </details>
      )}
    </li>
  );
}

type SchemaFactsProps = {
  schema: JsonSchema;
  isRequired: boolean;
  /** Where a parameter goes, in words. */
  place?: string;
};

/** Type, limits, default and description of a field or parameter, in one line. */
export function SchemaFacts({ schema, isRequired, place }: SchemaFactsProps) {
  const t = useTranslations("docs");
  const facts = [
    ...(place === undefined ? [] : [place]),
    ...listLimits(schema, { items: t("items"), characters: t("characters") }),
    isRequired ? t("required") : t("optional"),
    ...(schema.default === undefined ? [] : [t("default", { value: JSON.stringify(schema.default) })]),
    ...(schema.description === undefined ? [] : [schema.description]),
  ];
  return (
    <span className={styles.facts}>
      <code>{toTypeText(schema)}</code>
      {` · ${facts.join(" · ")}`}
    </span>
  );
}
