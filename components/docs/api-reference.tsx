import Box from "@mui/material/Box";
import Card from "@mui/material/Card";
import CardContent from "@mui/material/CardContent";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";
import { DocsNav } from "./docs-nav";
import { EndpointCard } from "./endpoint-card";
import type { EndpointExample } from "./examples";
import { listEndpointGroups, type OpenApiDocument } from "./openapi-document";
import { SchemaTree } from "./schema-tree";
import { SessionMemoryProvider } from "./session-memory";

type ApiReferenceProps = { document: OpenApiDocument; examples: Readonly<Record<string, EndpointExample>> };

/** All endpoints by tag, drawn on the server from the OpenAPI document; only the forms run in the browser. */
export function ApiReference({ document, examples }: ApiReferenceProps) {
  const t = useTranslations("docs");
  const groups = listEndpointGroups(document);
  return (
    <Box
      sx={{
        display: "grid",
        gap: { xs: 4, md: 6 },
        alignItems: "start",
        gridTemplateColumns: { xs: "minmax(0, 1fr)", md: "260px minmax(0, 1fr)" },
      }}
    >
      <DocsNav groups={groups} />
      <SessionMemoryProvider>
        <Box sx={{ display: "grid", gap: 5 }}>
          {groups.map(({ name, description, endpoints }) => (
            <Box component="section" key={name} aria-labelledby={`tag-${name}`}>
              <Typography variant="h3" component="h2" id={`tag-${name}`}>
                {name}
              </Typography>
              <Typography sx={{ color: "text.secondary", mb: 2 }}>{description}</Typography>
              <Box sx={{ display: "grid", gap: 2 }}>
                {endpoints.map((endpoint) => (
                  <EndpointCard
                    key={endpoint.operationId}
                    document={document}
                    endpoint={endpoint}
                    example={examples[endpoint.operationId] ?? {}}
                  />
                ))}
              </Box>
            </Box>
          ))}
          <Box component="section" aria-labelledby="schemas">
            <Typography variant="h3" component="h2" id="schemas" sx={{ mb: 2 }}>
              {t("schemas")}
            </Typography>
            {Object.entries(document.components.schemas).map(([name, schema]) => (
              <Card key={name} id={`schema-${name}`}>
                <CardContent>
                  <Typography variant="h4" component="h3" sx={{ mb: 1 }}>
                    {name}
                  </Typography>
                  <SchemaTree schema={schema} />
                </CardContent>
              </Card>
            ))}
          </Box>
        </Box>
      </SessionMemoryProvider>
    </Box>
  );
}
