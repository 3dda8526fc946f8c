import { metrics } from "@/lib/adapters/metrics";
import { getEnv } from "@/lib/env";
import { mayReadMetrics } from "./may-read-metrics";

/** Everything that is counted, as Prometheus reads it; to those who may. */
export async function readMetrics(request: Request): Promise<Response> {
  const headers = { "cache-control": "no-store" };
  if (!mayReadMetrics(request.headers.get("authorization"), getEnv().METRICS_TOKEN)) {
    return new Response("Send the METRICS_TOKEN as a Bearer token, or ask from this machine when there is none.\n", {
      status: 401,
      headers: { ...headers, "www-authenticate": "Bearer" },
    });
  }
  const text = await metrics.registry.metrics();
  return new Response(text, { headers: { ...headers, "content-type": metrics.registry.contentType } });
}
