import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SharedListView } from "@/components/share/shared-list-view";
import { PageContainer } from "@/components/ui/page-container";
import { loadSharedList } from "../load-shared-list";

type SharedPageProps = { params: Promise<{ shareId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shared");
  // Whoever has the address can read the list: it goes to no search engine, and to no other site as the page that one came from.
  return { title: t("metaTitle"), robots: { index: false, follow: false }, referrer: "same-origin" };
}

export default async function SharedPage({ params }: SharedPageProps) {
  const { shareId } = await params;
  const list = await loadSharedList(shareId);
  if (list === null) notFound();
  return (
    <PageContainer>
      <SharedListView list={list} />
    </PageContainer>
  );
}
