import Box from "@mui/material/Box";
import Card from "@mui/material/Card";
import CardContent from "@mui/material/CardContent";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { EndpointExample } from "./examples";
import { MethodBadge } from "./method-badge";
import { type Endpoint, getJsonSchema, type OpenApiDocument, resolveSchema } from "./openapi-document";
import styles from "./reference.module.css";
import { toTypeText } from "./schema-text";
import { SchemaFacts, SchemaTree } from "./schema-tree";
import { TryIt } from "./try-it";

type EndpointCardProps = { document: OpenApiDocument; endpoint: Endpoint; example: EndpointExample };

/** One endpoint: what it takes, what it answers, and a form to try it. */
export function EndpointCard({ document, endpoint, example }: EndpointCardProps) {
  const t = useTranslations("docs");
  const { operationId, method, path, summary, parameters = [], requestBody, responses } = endpoint;
  const bodySchema = getJsonSchema(requestBody);
  return (
    <Card
      component="article"
      id={operationId}
      aria-labelledby={`${operationId}-title`}
      sx={{ scrollMarginTop: "5rem" }}
    >
      <CardContent>
        <Typography variant="h4" component="h3" id={`${operationId}-title`}>
          {summary}
        </Typography>
        <Box sx={{ display: "flex", gap: 1.25, alignItems: "center", mt: 1, mb: 1 }}>
          <MethodBadge method={method} />
          <Box component="code" sx={{ overflowWrap: "anywhere", fontWeight: 600 }}>
            {path}
          </Box>
        </Box>
        {parameters.length === 0 ? null : (
          <Fold title={t("parameters", { count: parameters.length })}>
            <ul className={styles.fields}>
              {parameters.map(({ name, in: place, required = false, schema, description }) => (
                <li key={name} className={styles.field}>
                  <code className={styles.name}>{name}</code>
                  <SchemaFacts schema={{ ...schema, description }} isRequired={required} place={t(place)} />
                </li>
              ))}
            </ul>
          </Fold>
        )}
        {bodySchema === null ? null : (
          <Fold title={t("requestBody")}>
            <SchemaTree schema={resolveSchema(document, bodySchema)} />
          </Fold>
        )}
        <Fold title={t("responses")}>
          <Responses document={document} responses={responses} />
        </Fold>
        <Fold title={t("tryIt")}>
          <TryIt
            method={method}
            path={path}
            parameters={parameters.map(({ name, in: place, required = false, schema }) => ({
              name,
              in: place,
              isRequired: required,
              example: example.params?.[name] ?? "",
              hint: toTypeText(schema),
            }))}
            body={bodySchema === null ? null : JSON.stringify(example.body ?? {}, null, 2)}
          />
        </Fold>
      </CardContent>
    </Card>
  );
}

function Responses({ document, responses }: Pick<EndpointCardProps, "document"> & Pick<Endpoint, "responses">) {
  return Object.entries(responses).map(([status, response]) => {
    const schema = getJsonSchema(response);
    const isSuccess = status.startsWith("2");
    return (
      <div key={status} className={styles.response}>
        <code className={styles.name}>{status}</code>
        {response.description}
        {isSuccess || schema === null ? null : (
          <>
            {" "}
            (<code>{toTypeText(schema)}</code>)
          </>
        )}
        {isSuccess && schema !== null ? (
          <div className={styles.inner}>
            <SchemaTree schema={resolveSchema(document, schema)} />
          </div>
        ) : null}
      </div>
    );
  });
}

function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className={styles.fold}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
