import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EntryPage } from "@/components/account/entry-page";
import { SignInForm } from "@/components/account/sign-in-form";
import { withNext } from "@/lib/web/client/next-path";
import { type EntryProps, openEntry } from "../open-entry";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.signIn");
  return { title: t("metaTitle"), robots: { index: false } };
}

export default async function SignInPage({ searchParams }: EntryProps) {
  const { next, asked, isGuest } = await openEntry(await searchParams);
  const t = await getTranslations("account.signIn");
  return (
    <EntryPage
      title={t("title")}
      intro={t(isGuest ? "introGuest" : asked === "/" ? "intro" : "introNext")}
      other={{ question: t("other"), href: withNext("/register", asked), label: t("otherLink") }}
    >
      <SignInForm next={next} />
    </EntryPage>
  );
}
