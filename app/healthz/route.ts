export const dynamic = "force-dynamic";

/** For supervisors: whether the process answers. What it answers with is asked at /readyz. */
export function GET(): Response {
  return Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
}
