import Box from "@mui/material/Box";
import Card from "@mui/material/Card";
import CardContent from "@mui/material/CardContent";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { EndpointExample } from "./examples";
import { MethodBadge } from "./method-badge";
import { type Endpoint, getJsonSchema, type OpenApiDocument, resolveSchema } from "./openapi-document";
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
            {parameters.map(({ name, in: place, required = false, schema, description }) => (
              <Box key={name} sx={{ py: 0.75 }}>
                <Box component="code" sx={{ fontWeight: 700, mr: 1.5 }}>
                  {name}
                </Box>
                <Typography component="span" variant="body2" sx={{ color: "text.secondary" }}>
                  {t(place)} ·{" "}
                </Typography>
                <SchemaFacts schema={{ ...schema, description }} isRequired={required} />
              </Box>
            ))}
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
      <Box key={status} sx={{ py: 0.75 }}>
        <Typography variant="body2">
          <Box component="code" sx={{ fontWeight: 700, mr: 1 }}>
            {status}
          </Box>
          {response.description}
          {isSuccess || schema === null ? null : (
            <Box component="span" sx={{ color: "text.secondary" }}>
              {" "}
              (<code>{toTypeText(schema)}</code>)
            </Box>
          )}
        </Typography>
        {isSuccess && schema !== null ? (
          <Box sx={{ pl: 2, mt: 0.5, borderLeft: "3px solid", borderColor: "brand.track" }}>
            <SchemaTree schema={resolveSchema(document, schema)} />
          </Box>
        ) : null}
      </Box>
    );
  });
}

function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box
      component="details"
      sx={{
        borderTop: 1,
        borderColor: "divider",
        "& > summary": { cursor: "pointer", minHeight: 44, py: 1.25, fontWeight: 650, borderRadius: 1 },
        "&[open]": { pb: 2 },
      }}
    >
      <summary>{title}</summary>
      {children}
    </Box>
  );
}
