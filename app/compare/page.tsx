import type { Metadata } from "next";
import { getMessages, getTranslations } from "next-intl/server";
import { cache } from "react";
import { parseCodes } from "@/components/compare/compare-url";
import { CompareView } from "@/components/compare/compare-view";
import { PrintButton } from "@/components/compare/print-button";
import { ExtraMessages } from "@/components/site/extra-messages";
import { PageContainer } from "@/components/ui/page-container";
import { SectionHeading } from "@/components/ui/section-heading";
import { compareCareers } from "@/lib/use-cases/compare-careers";
import { getDeps } from "@/lib/use-cases/deps";
import { readPageActor } from "@/lib/web/page-actor";

type ComparePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Once a request, however many parts of the page ask. */
const loadComparison = cache(async (codes: string) =>
  compareCareers(await getDeps(), await readPageActor(), codes === "" ? [] : codes.split(",")),
);

export async function generateMetadata({ searchParams }: ComparePageProps): Promise<Metadata> {
  const t = await getTranslations("compare");
  const { codes } = parseCodes((await searchParams).codes);
  const { careers } = await loadComparison(codes.join());
  const titles = careers.map(({ title }) => title).join(", ");
  // Endlessly many pages of the same facts, some with a person's own ratings: not for an index.
  return { title: titles === "" ? t("metaTitle") : t("metaTitleOf", { titles }), robots: { index: false } };
}

export default async function ComparePage({ searchParams }: ComparePageProps) {
  const asked = parseCodes((await searchParams).codes);
  const [comparison, t, { compare }] = await Promise.all([
    loadComparison(asked.codes.join()),
    getTranslations("compare"),
    getMessages(),
  ]);
  return (
    <PageContainer>
      <SectionHeading
        level={1}
        size="h1"
        title={t("title")}
        intro={t("intro")}
        action={comparison.careers.length > 1 ? <PrintButton label={t("print")} /> : undefined}
      />
      <ExtraMessages messages={{ compare }}>
        <CompareView asked={asked} comparison={comparison} />
      </ExtraMessages>
    </PageContainer>
  );
}
