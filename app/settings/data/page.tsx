import type { Metadata } from "next";
import { getMessages, getTranslations } from "next-intl/server";
import { ExtraMessages } from "@/components/site/extra-messages";
import { DeleteData } from "@/components/trust/delete-data";
import { EXPORT_PATH, NoData, StoredDataView } from "@/components/trust/stored-data-view";
import { PageContainer } from "@/components/ui/page-container";
import { getDeps } from "@/lib/use-cases/deps";
import { getStoredData } from "@/lib/use-cases/get-stored-data";
import { readPageActor } from "@/lib/web/page-actor";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("trust.data");
  return { title: t("metaTitle"), robots: { index: false } };
}

export default async function DataPage() {
  const deps = await getDeps();
  const [stored, messages] = await Promise.all([getStoredData(deps, await readPageActor()), getMessages()]);
  if (stored === null) {
    return (
      <PageContainer width="text">
        <NoData />
      </PageContainer>
    );
  }
  const { account, trust } = messages;
  const { email, counts, deletedAt } = stored;
  return (
    <PageContainer width="text">
      <ExtraMessages messages={{ account: { form: account.form }, trust: { delete: trust.delete } }}>
        <StoredDataView
          email={email}
          counts={counts}
          deletedAt={deletedAt}
          guestDays={deps.guestRetentionDays}
          deletion={<DeleteData email={email} exportPath={EXPORT_PATH} />}
        />
      </ExtraMessages>
    </PageContainer>
  );
}
