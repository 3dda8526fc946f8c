import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProfileForm } from "@/components/account/profile-form";
import { PageContainer } from "@/components/ui/page-container";
import { SectionHeading } from "@/components/ui/section-heading";
import {
  HEADLINE_LENGTH_MAX,
  LOCATION_COUNT_MAX,
  LOCATION_LENGTH_MAX,
  SENIORITIES,
  SKILL_COUNT_MAX,
  SKILL_LENGTH_MAX,
} from "@/lib/contracts/me";
import { getDeps } from "@/lib/use-cases/deps";
import { getMe } from "@/lib/use-cases/get-me";
import { requireAccountPage } from "../../require-account-page";

const LIMITS = {
  headlineLengthMax: HEADLINE_LENGTH_MAX,
  skills: { countMax: SKILL_COUNT_MAX, lengthMax: SKILL_LENGTH_MAX },
  locations: { countMax: LOCATION_COUNT_MAX, lengthMax: LOCATION_LENGTH_MAX },
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.profile");
  return { title: t("metaTitle"), robots: { index: false } };
}

export default async function ProfilePage() {
  const actor = await requireAccountPage("/profile");
  const [me, t] = await Promise.all([getMe(await getDeps(), actor), getTranslations("account.profile")]);
  return (
    <PageContainer width="text">
      <SectionHeading level={1} size="h1" title={t("title")} intro={t("intro")} />
      <ProfileForm me={me} seniorities={SENIORITIES} limits={LIMITS} />
    </PageContainer>
  );
}
