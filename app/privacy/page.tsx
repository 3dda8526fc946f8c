import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { PrivacyView } from "@/components/trust/privacy-view";
import { PageContainer } from "@/components/ui/page-container";
import { USER_DATA_KINDS } from "@/lib/contracts/user-data";
import { getDeps } from "@/lib/use-cases/deps";
import { STORAGE_KEYS } from "@/lib/web/client/browser-memory";
import { listCookies } from "@/lib/web/cookies";
import { loadChoice } from "../load-choice";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("trust.privacy");
  return { title: t("metaTitle"), description: t("metaDescription") };
}

export default async function PrivacyPage() {
  const [choice, deps, sent] = await Promise.all([loadChoice(), getDeps(), headers()]);
  return (
    <PageContainer width="text">
      <PrivacyView
        choice={choice}
        kinds={USER_DATA_KINDS}
        cookies={listCookies(sent.get("x-forwarded-proto")?.startsWith("https") ?? false)}
        storage={STORAGE_KEYS}
        guestDays={deps.guestRetentionDays}
      />
    </PageContainer>
  );
}
