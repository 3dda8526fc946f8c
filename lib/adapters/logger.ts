import pino from "pino";
import { getEnv } from "@/lib/env";

/** Structured logs, one JSON object a line. Nothing personal goes in: ids and codes, never answers or texts. */
export const logger = pino({ level: getEnv().LOG_LEVEL, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
