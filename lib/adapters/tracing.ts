import { type Attributes, type AttributeValue, SpanStatusCode, trace } from "@opentelemetry/api";
import type { NodeTracerConfig, ReadableSpan, SpanExporter } from "@opentelemetry/sdk-trace-node";
import { AppError } from "@/lib/errors";
import { cleanText } from "./logged-error";
import { getRequestContext } from "./request-context";

type Resource = NonNullable<NodeTracerConfig["resource"]>;

/** Attributes that name things of ours. Next also notes addresses as they were asked for, with what people searched in them. */
const KEPT_ATTRIBUTES =
  /^(http\.(route|method|status_code|request\.method|response\.status_code)|next\.(route|span_name|span_type)|operation\.name|db\.system\.name|error\.type|exception\.(type|message)|waymark\..+)$/;

/**
 * Sends traces to a collector when one is configured; nothing of this is loaded otherwise. Next makes spans of its own, which become part
 * of them. Address, headers, time-outs, sampling and batches are set by OpenTelemetry's standard OTEL_* variables.
 * @returns sends what is left, and stops
 */
export async function startTracing(options: {
  endpoint: string | undefined;
  serviceName: string;
}): Promise<() => Promise<void>> {
  if (options.endpoint === undefined) return async () => {};
  const [{ BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }] = await Promise.all([
    import("@opentelemetry/sdk-trace-node"),
    import("@opentelemetry/exporter-trace-otlp-http"),
  ]);
  const provider = new NodeTracerProvider({
    resource: toResource({ "service.name": options.serviceName }),
    spanProcessors: [new BatchSpanProcessor(cleaning(new OTLPTraceExporter()))],
  });
  provider.register();
  return () => provider.shutdown();
}

/** Runs something as a span of its own within the request's trace. */
export function inSpan<Result>(name: string, run: () => Promise<Result>): Promise<Result> {
  return trace.getTracer("waymark").startActiveSpan(name, async (span) => {
    const requestId = getRequestContext()?.requestId;
    if (requestId !== undefined) span.setAttribute("waymark.request_id", requestId);
    try {
      return await run();
    } catch (error) {
      // What the caller is told in plain words went as it should.
      if (!(error instanceof AppError)) span.setStatus({ code: SpanStatusCode.ERROR });
      span.setAttribute("error.type", (error as Error | undefined)?.name ?? typeof error);
      throw error;
    } finally {
      span.end();
    }
  });
}

/** An exporter that leaves out what is personal. */
function cleaning(exporter: SpanExporter): SpanExporter {
  return {
    export: (spans, done) => exporter.export(spans.map(toCleanSpan), done),
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  };
}

function toCleanSpan(span: ReadableSpan): ReadableSpan {
  const { message, ...status } = span.status;
  return Object.create(span, {
    attributes: { value: toCleanAttributes(span.attributes) },
    status: { value: message === undefined ? status : { ...status, message: cleanText(message) } },
    events: {
      value: span.events.map((event) => ({ ...event, attributes: toCleanAttributes(event.attributes ?? {}) })),
    },
  });
}

function toCleanAttributes(attributes: Attributes): Attributes {
  const kept = Object.entries(attributes).filter(([name]) => KEPT_ATTRIBUTES.test(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, toCleanValue(value)]));
}

const toCleanValue = (value: AttributeValue | undefined): AttributeValue | undefined =>
  typeof value === "string" ? cleanText(value) : value;

/** What the traces are of. The package that makes these is a dependency of a dependency; nothing else of it is needed. */
function toResource(attributes: Attributes): Resource {
  const resource: Resource = {
    attributes,
    merge: () => resource,
    getRawAttributes: () => Object.entries(attributes),
  };
  return resource;
}
