import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SettingsView } from "@/components/account/settings-view";
import { PageContainer } from "@/components/ui/page-container";
import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from "@/lib/contracts/auth";
import { getDeps } from "@/lib/use-cases/deps";
import { getMe } from "@/lib/use-cases/get-me";
import { loadChoice } from "../../load-choice";
import { requireAccountPage } from "../../require-account-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.settings");
  return { title: t("metaTitle"), robots: { index: false } };
}

export default async function SettingsPage() {
  const actor = await requireAccountPage("/settings");
  const [me, choice] = await Promise.all([getDeps().then((deps) => getMe(deps, actor)), loadChoice()]);
  return (
    <PageContainer width="text">
      <SettingsView me={me} choice={choice} limits={{ min: PASSWORD_LENGTH_MIN, max: PASSWORD_LENGTH_MAX }} />
    </PageContainer>
  );
}
