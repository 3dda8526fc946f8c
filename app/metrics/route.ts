import { readMetrics } from "@/lib/web/metrics-reply";

export const dynamic = "force-dynamic";

/** For Prometheus. */
export const GET = readMetrics;
