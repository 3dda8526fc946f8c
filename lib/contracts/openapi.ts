import { z } from "zod";
import { API } from "./api";
import { type Access, type Operation, TAGS } from "./operation";
import { ProblemSchema } from "./problem";

type Json = Record<string, unknown>;

const toJsonSchema = (schema: z.ZodType, io: "input" | "output"): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Json;
  return rest;
};

/** The API as an OpenAPI 3.1 document, made from the same schemas that the routes parse with. */
export function buildOpenApi(): Json {
  const paths: Record<string, Json> = {};
  for (const [operationId, operation] of Object.entries<Operation>(API)) {
    const item = paths[`/api/v1${operation.path}`] ?? {};
    item[operation.method] = toOperation(operationId, operation);
    paths[`/api/v1${operation.path}`] = item;
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Waymark API",
      version: "1.0.0",
      description:
        "Career recommendations with reasons. No key is needed for the quiz, results and careers; accounts send an access token. Errors are RFC 9457 problem details that name every faulty field.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    tags: [...TAGS],
    paths,
    components: {
      schemas: { Problem: toJsonSchema(ProblemSchema, "output") },
      securitySchemes: { accessToken: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
    },
  };
}

const FORGED = "The request came from a page of another site.";
const NOT_SIGNED_IN = "There is no account behind the request, or its access token does not hold.";
const ACCESS_PROBLEMS: Record<Access, Record<string, string>> = {
  anyone: { "401": "An access token was sent that does not hold.", "403": FORGED },
  known: { "401": "There is neither a guest nor an account behind the request.", "403": FORGED },
  account: { "401": NOT_SIGNED_IN, "403": FORGED },
  admin: { "401": NOT_SIGNED_IN, "403": "The account is not an admin's." },
};

function toOperation(operationId: string, operation: Operation): Json {
  const parameters = [...toParameters("path", operation.params), ...toParameters("query", operation.query)];
  const problem = (description: string): Json => ({
    description,
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  });
  return {
    operationId,
    tags: [operation.tag],
    summary: operation.summary,
    ...(operation.access === "anyone" ? {} : { security: [{ accessToken: [] }] }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(operation.body
      ? {
          requestBody: {
            required: true,
            content: { "application/json": { schema: toJsonSchema(operation.body, "input") } },
          },
        }
      : {}),
    responses: {
      [operation.status ?? 200]: {
        description: "OK",
        content: {
          [operation.mediaType ?? "application/json"]:
            operation.mediaType === undefined ? { schema: toJsonSchema(operation.reply, "output") } : {},
        },
      },
      ...Object.fromEntries(
        Object.entries(ACCESS_PROBLEMS[operation.access]).map(([status, cause]) => [status, problem(cause)]),
      ),
      ...(operation.limit === undefined
        ? {}
        : { "429": problem("Too many requests; Retry-After says when to try again.") }),
      ...Object.fromEntries(Object.entries(operation.problems).map(([status, cause]) => [status, problem(cause)])),
      "500": problem("Something went wrong on our side; the request id helps us to find it."),
    },
  };
}

function toParameters(place: "path" | "query", schema: z.ZodObject | undefined): Json[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = toJsonSchema(schema, "input") as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(schema.shape).map(([name]) => {
    const { description, ...rest } = properties[name] ?? {};
    return {
      name,
      in: place,
      required: place === "path" || required.includes(name),
      ...(description ? { description } : {}),
      schema: rest,
    };
  });
}
