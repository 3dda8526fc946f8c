import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";
import type { JsonSchema } from "./openapi-document";
import { getInnerObject, listLimits, toTypeText } from "./schema-text";

const DISCLOSURE = {
  "& > summary": {
    cursor: "pointer",
    py: 1.25,
    borderRadius: 1,
    fontSize: "0.875rem",
    color: "primary.main",
    fontWeight: 600,
  },
} as const;

/** The fields of an object, one a line; objects inside fold away. Plain HTML: it needs no script. */
export function SchemaTree({ schema }: { schema: JsonSchema }) {
  const object = getInnerObject(schema);
  if (object === null) return <code>{toTypeText(schema)}</code>;
  return (
    <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
      {Object.entries(object.properties ?? {}).map(([name, field]) => (
        <SchemaField key={name} name={name} schema={field} isRequired={object.required?.includes(name) ?? false} />
      ))}
    </Box>
  );
}

type SchemaFieldProps = { name: string; schema: JsonSchema; isRequired: boolean };

function SchemaField({ name, schema, isRequired }: SchemaFieldProps) {
  const t = useTranslations("docs");
  const inner = getInnerObject(schema);
  return (
    <Box component="li" sx={{ py: 0.75, borderTop: 1, borderColor: "divider", "&:first-of-type": { borderTop: 0 } }}>
      <Box sx={{ display: "flex", flexWrap: "wrap", columnGap: 1.5, alignItems: "baseline" }}>
        <Box component="code" sx={{ fontWeight: 700 }}>
          {name}
        </Box>
        <SchemaFacts schema={schema} isRequired={isRequired} />
      </Box>
      {inner === null ? null : (
        <Box component="details" sx={DISCLOSURE}>
          <summary>{t("fieldsOf", { name })}</summary>
          <Box sx={{ pl: 2, borderLeft: "3px solid", borderColor: "brand.track" }}>
            <SchemaTree schema={inner} />
          </Box>
        </Box>
      )}
    </Box>
  );
}

/** Type, limits, default and description of a field or parameter. */
export function SchemaFacts({ schema, isRequired }: Omit<SchemaFieldProps, "name">) {
  const t = useTranslations("docs");
  const limits = listLimits(schema, { items: t("items"), characters: t("characters") });
  const facts = [
    ...limits,
    isRequired ? t("required") : t("optional"),
    ...(schema.default === undefined ? [] : [t("default", { value: JSON.stringify(schema.default) })]),
  ];
  return (
    <Typography component="span" variant="body2" sx={{ color: "text.secondary", overflowWrap: "anywhere" }}>
      <code>{toTypeText(schema)}</code> · {facts.join(" · ")}
      {schema.description === undefined ? null : ` · ${schema.description}`}
    </Typography>
  );
}
