/** The part of an OpenAPI 3.1 document that the reference page shows. */
export type JsonSchema = {
  $ref?: string;
  type?: string | readonly string[];
  const?: unknown;
  enum?: readonly unknown[];
  anyOf?: readonly JsonSchema[];
  oneOf?: readonly JsonSchema[];
  items?: JsonSchema;
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  description?: string;
  default?: unknown;
  format?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
};

export type ApiParameter = {
  name: string;
  in: "path" | "query";
  required?: boolean;
  description?: string;
  schema: JsonSchema;
};

type Content = { content?: Readonly<Record<string, { schema: JsonSchema }>> };

export type ApiOperation = {
  operationId: string;
  tags: readonly string[];
  summary: string;
  description?: string;
  parameters?: readonly ApiParameter[];
  requestBody?: Content;
  responses: Readonly<Record<string, Content & { description: string }>>;
};

export type OpenApiDocument = {
  info: { title: string; version: string; description: string };
  tags: readonly { name: string; description: string }[];
  paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>;
  components: { schemas: Readonly<Record<string, JsonSchema>> };
};

/** One operation with where it lives. */
export type Endpoint = ApiOperation & { method: string; path: string };

export type EndpointGroup = { name: string; description: string; endpoints: readonly Endpoint[] };

/** Endpoints by tag, in the order of the document. */
export function listEndpointGroups(document: OpenApiDocument): EndpointGroup[] {
  const all = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]): Endpoint => ({ ...operation, method: method.toUpperCase(), path })),
  );
  return document.tags.map(({ name, description }) => ({
    name,
    description,
    endpoints: all.filter((endpoint) => endpoint.tags.includes(name)),
  }));
}

const REF_PREFIX = "#/components/schemas/";

/** Follows a reference within the document; a schema that is none comes back as it is. */
export function resolveSchema(document: OpenApiDocument, schema: JsonSchema): JsonSchema {
  return schema.$ref?.startsWith(REF_PREFIX)
    ? (document.components.schemas[schema.$ref.slice(REF_PREFIX.length)] ?? schema)
    : schema;
}

/** The schema of a JSON body, whatever flavor of JSON its media type names. */
export function getJsonSchema(content: Content | undefined): JsonSchema | null {
  const entry = Object.entries(content?.content ?? {}).find(([type]) => type.includes("json"));
  return entry?.[1].schema ?? null;
}
