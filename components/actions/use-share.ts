"use client";

import { useTranslations } from "next-intl";
import { getTracker } from "@/lib/web/client/tracking/get-tracker";
import { useActionToast } from "./action-toast";
import type { ActionSubject } from "./subject";

/** Hands the career's public page to the device's own share sheet, or copies its link where there is none. Nothing personal is in it. */
export function useShare({ career, careerCode, recommendationId, surface }: ActionSubject): () => Promise<void> {
  const t = useTranslations("cardActions");
  const toast = useActionToast();
  const record = (way: string) => {
    if (recommendationId === undefined) return;
    getTracker().record({ recommendationId, interaction_type: "share", context: { surface, way } });
  };
  return async () => {
    const url = new URL(`/careers/${careerCode}`, window.location.href).href;
    if (navigator.share !== undefined && window.matchMedia("(pointer: coarse)").matches) {
      try {
        await navigator.share({ title: career, url });
        record("sheet");
      } catch {
        // Closed without sharing.
      }
      return;
    }
    try {
      await navigator.clipboard.writeText(url);
      toast(t("copied", { career }));
      record("link");
    } catch {
      // Missing altogether on a page that is not served securely.
      toast(t("copyFailed", { link: url }));
    }
  };
}
