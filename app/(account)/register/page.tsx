import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EntryPage } from "@/components/account/entry-page";
import { RegisterForm } from "@/components/account/register-form";
import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from "@/lib/contracts/auth";
import { withNext } from "@/lib/web/client/next-path";
import { type EntryProps, openEntry } from "../open-entry";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.register");
  return { title: t("metaTitle"), robots: { index: false } };
}

export default async function RegisterPage({ searchParams }: EntryProps) {
  const { next, asked, isGuest } = await openEntry(await searchParams);
  const t = await getTranslations("account.register");
  return (
    <EntryPage
      title={t("title")}
      intro={t(isGuest ? "introGuest" : "intro")}
      other={{ question: t("other"), href: withNext("/sign-in", asked), label: t("otherLink") }}
    >
      <RegisterForm next={next} asked={asked} limits={{ min: PASSWORD_LENGTH_MIN, max: PASSWORD_LENGTH_MAX }} />
    </EntryPage>
  );
}
