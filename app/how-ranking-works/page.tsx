import type { Metadata } from "next";
import { getMessages, getTranslations } from "next-intl/server";
import { HistorySetting } from "@/components/account/privacy-settings";
import { ExtraMessages } from "@/components/site/extra-messages";
import { RankingView } from "@/components/trust/ranking-view";
import { PageContainer } from "@/components/ui/page-container";
import text from "@/components/ui/type.module.css";
import { getDeps } from "@/lib/use-cases/deps";
import { describeRanking } from "@/lib/use-cases/describe-ranking";
import { getStoredData } from "@/lib/use-cases/get-stored-data";
import { readPageActor } from "@/lib/web/page-actor";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("trust.ranking");
  return { title: t("metaTitle"), description: t("metaDescription") };
}

export default async function RankingPage() {
  const [facts, historySwitch] = await Promise.all([describeRanking(await getDeps()), toHistorySwitch()]);
  return (
    <PageContainer width="text">
      <RankingView facts={facts} historySwitch={historySwitch} />
    </PageContainer>
  );
}

/** For whoever has something that it could switch off, guests too. */
async function toHistorySwitch() {
  const stored = await getStoredData(await getDeps(), await readPageActor());
  if (stored === null) {
    const t = await getTranslations("trust.ranking");
    return <p className={text.small}>{t("switchGuest")}</p>;
  }
  const { account } = await getMessages();
  return (
    <ExtraMessages messages={{ account: { settings: account.settings } }}>
      <HistorySetting isOn={stored.usesHistory} />
    </ExtraMessages>
  );
}
