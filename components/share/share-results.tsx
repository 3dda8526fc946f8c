"use client";

import IosShareRounded from "@mui/icons-material/IosShareRounded";
import Button from "@mui/material/Button";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { RecommendReply } from "@/lib/contracts/results";

const ShareSheet = dynamic(() => import("./share-sheet").then((module) => module.ShareSheet));

type ShareResultsProps = {
  reply: Pick<RecommendReply, "sessionId" | "recommendations">;
};

/** Everything to give the list away or take it along. What is behind the button is loaded when it is pressed. */
export function ShareResults({ reply }: ShareResultsProps) {
  const t = useTranslations("share");
  const [isOpen, setIsOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const open = () => {
    setWasOpened(true);
    setIsOpen(true);
  };
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<IosShareRounded />}
        aria-haspopup="dialog"
        onClick={open}
        sx={{ "@media print": { display: "none" } }}
      >
        {t("open")}
      </Button>
      {wasOpened ? (
        <ShareSheet
          isOpen={isOpen}
          onClose={() => setIsOpen(false)}
          sessionId={reply.sessionId}
          recommendationId={reply.recommendations[0]?.recommendationId}
        />
      ) : null}
    </>
  );
}
