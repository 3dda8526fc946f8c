"use client";

import { useEffect } from "react";
import { recordView } from "./queries";

/** Records on arrival that somebody who came from their results looks at a career's page. Shows nothing. */
export function RecordView({ sessionId, careerCode }: { sessionId: string; careerCode: string }) {
  useEffect(() => recordView({ sessionId, careerCode }), [sessionId, careerCode]);
  return null;
}
