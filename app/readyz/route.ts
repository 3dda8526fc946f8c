import { checkReadiness } from "@/lib/use-cases/check-readiness";

export const dynamic = "force-dynamic";

/** For load balancers: whether requests can be served, and which part is in the way. */
export async function GET(): Promise<Response> {
  const { isReady, parts } = await checkReadiness();
  const init = { status: isReady ? 200 : 503, headers: { "cache-control": "no-store" } };
  return Response.json({ status: isReady ? "ready" : "not_ready", parts }, init);
}
