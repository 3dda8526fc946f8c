"use client";

import ContentCopyRounded from "@mui/icons-material/ContentCopyRounded";
import IosShareRounded from "@mui/icons-material/IosShareRounded";
import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useErrorWords } from "@/components/careers/use-error-words";
import controls from "@/components/ui/controls.module.css";
import text from "@/components/ui/type.module.css";
import { copyText } from "./copy-text";
import { shareLinksOptions, shareResultsOptions } from "./queries";
import styles from "./share.module.css";

type MakeLinkProps = {
  sessionId: string;
  recommendationId: string | undefined;
  /** A link that was taken back while this was open. */
  revokedId: string | null;
};

/** Makes the link to the list and gives it to the device's own share sheet where there is one, else to the clipboard. */
export function MakeLink({ sessionId, recommendationId, revokedId }: MakeLinkProps) {
  const t = useTranslations("share");
  const toWords = useErrorWords();
  const id = useId();
  const client = useQueryClient();
  const [status, setStatus] = useState("");
  const make = useMutation({
    ...shareResultsOptions(sessionId),
    onSuccess: () => client.invalidateQueries({ queryKey: shareLinksOptions().queryKey }),
  });
  const hasNative = typeof navigator.share === "function";
  const hand = async () => {
    setStatus("");
    const link = await make.mutateAsync(recommendationId).catch(() => null);
    if (link === null) return;
    const url = toAddress(link.url);
    const isGiven = hasNative && (await shareNatively(t("nativeTitle"), url));
    if (!isGiven) setStatus(t((await copyText(url)) ? "copied" : "copyYourself"));
  };
  return (
    <div className={styles.make}>
      <Button
        variant="contained"
        color="blaze"
        size="large"
        startIcon={hasNative ? <IosShareRounded /> : <ContentCopyRounded />}
        aria-busy={make.isPending}
        onClick={() => {
          if (!make.isPending) void hand();
        }}
      >
        {make.isPending ? t("making") : t(hasNative ? "makeNative" : "make")}
      </Button>
      {make.data === undefined || make.data.id === revokedId ? null : (
        <div className={controls.field}>
          <label htmlFor={id} className={controls.label}>
            {t("link")}
          </label>
          <input
            id={id}
            type="url"
            readOnly
            value={toAddress(make.data.url)}
            onFocus={(event) => event.target.select()}
            className={controls.control}
          />
        </div>
      )}
      <p role="status" className={text.small}>
        {status}
      </p>
      {make.error === null ? null : <Alert severity="error">{t("failed", { reason: toWords(make.error) })}</Alert>}
    </div>
  );
}

/** @returns false when the browser would not; somebody who closes the sheet has had it all the same */
async function shareNatively(title: string, url: string): Promise<boolean> {
  try {
    await navigator.share({ title, url });
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError";
  }
}

export const toAddress = (url: string): string => new URL(url, window.location.origin).href;
