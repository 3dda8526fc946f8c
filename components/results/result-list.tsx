"use client";

import Box from "@mui/material/Box";
import { memo, useRef, useState } from "react";
import type { RecommendReply } from "@/lib/contracts/results";
import { ResultCard } from "./result-card";
import { useReorderAnimation } from "./use-reorder-animation";

/** The ranked cards. They keep their state while they move, because each is known by its career. */
export const ResultList = memo(function ResultList({ reply }: { reply: RecommendReply }) {
  const list = useRef<HTMLOListElement>(null);
  // Whoever is first on arrival starts open; a card that rises to the top later does not unfold by itself.
  const [leadCode] = useState(reply.recommendations[0]?.code);
  useReorderAnimation(list, reply.recommendations.map(({ code }) => code).join());
  return (
    <Box
      component="ol"
      ref={list}
      sx={{ listStyle: "none", m: 0, p: 0, display: "grid", gap: 2, position: "relative" }}
    >
      {reply.recommendations.map((recommendation) => (
        <Box component="li" key={recommendation.code} data-key={recommendation.code} sx={{ minWidth: 0 }}>
          <ResultCard
            recommendation={recommendation}
            sessionId={reply.sessionId}
            abilityVector={reply.abilityVector}
            isLead={recommendation.code === leadCode}
          />
        </Box>
      ))}
    </Box>
  );
});
