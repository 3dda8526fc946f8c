import { describe, expect, test } from "vitest";
import { z } from "zod";
import { API } from "@/lib/contracts/api";
import { buildOpenApi } from "@/lib/contracts/openapi";
import type { Operation } from "@/lib/contracts/operation";

const Content = z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()).default({}) }));
const OperationObject = z.object({
  operationId: z.string(),
  tags: z.array(z.string()),
  summary: z.string().min(5),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.enum(["path", "query"]),
        required: z.boolean(),
        schema: z.record(z.string(), z.unknown()),
      }),
    )
    .default([]),
  requestBody: z.object({ required: z.literal(true), content: Content }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string().min(2), content: Content })),
});
const Document = z.object({
  openapi: z.string(),
  info: z.object({ title: z.string(), version: z.string() }),
  tags: z.array(z.object({ name: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), OperationObject)),
});

const raw = buildOpenApi();
const document = Document.parse(raw);
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
);

/** Every $ref with the JSON Schema root it counts from: `#/components` is the document, `#/$defs` the schema it stands in. */
function listRefs(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(listRefs);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === "$ref" ? [String(inner)] : listRefs(inner)));
}
const resolve = (ref: string): unknown =>
  ref
    .replace(/^#\//, "")
    .split("/")
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], raw);

describe("the OpenAPI document", () => {
  test("is of version 3.1 and survives JSON", () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(JSON.parse(JSON.stringify(raw))).toEqual(raw);
  });

  test("has every operation of the API, at its path and method, and no other", () => {
    const promised = Object.entries<Operation>(API).map(([id, { method, path }]) => `${id} ${method} /api/v1${path}`);
    expect(
      operations.map(({ path, method, operation }) => `${operation.operationId} ${method} ${path}`).sort(),
    ).toEqual(promised.sort());
  });

  test("gives every operation an id of its own and a tag that is described", () => {
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
    const tags = document.tags.map(({ name }) => name);
    for (const { operation } of operations) for (const tag of operation.tags) expect(tags).toContain(tag);
  });

  test("has no reference that leads nowhere", () => {
    const refs = listRefs(raw);
    expect(refs.length).toBeGreaterThan(0);
    for (const ref of refs) expect(resolve(ref), ref).toBeTypeOf("object");
  });

  test("declares every {parameter} of a path, and no other, as required", () => {
    for (const { path, operation } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = operation.parameters.filter((parameter) => parameter.in === "path");
      expect(declared.map(({ name }) => name)).toEqual(named);
      expect(declared.every(({ required }) => required)).toBe(true);
    }
  });

  test("requires no query parameter that has a default, and says what type each is", () => {
    for (const { path, operation } of operations) {
      for (const { name, required, schema } of operation.parameters) {
        if ("default" in schema) expect(required, `${path} ${name}`).toBe(false);
        expect("type" in schema || "enum" in schema || "anyOf" in schema, `${path} ${name}`).toBe(true);
      }
    }
  });

  test("describes a reply for success and a problem for every failure", () => {
    for (const { operation } of operations) {
      const statuses = Object.keys(operation.responses);
      expect(statuses.filter((status) => status < "300")).toHaveLength(1);
      expect(statuses).toContain("500");
      for (const [status, { content }] of Object.entries(operation.responses)) {
        const { mediaType = "application/json" } = API[operation.operationId as keyof typeof API] as Operation;
        expect(Object.keys(content)).toEqual([status < "300" ? mediaType : "application/problem+json"]);
      }
    }
  });

  test("has a request body only for what writes, and documents its 400", () => {
    for (const { method, operation } of operations) {
      if (operation.requestBody === undefined) continue;
      expect(["post", "put", "patch", "delete"]).toContain(method);
      expect(operation.responses).toHaveProperty("400");
    }
  });
});
