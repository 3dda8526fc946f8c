import Link from "@mui/material/Link";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ApiReference } from "@/components/docs/api-reference";
import { getEndpointExamples } from "@/components/docs/examples";
import type { OpenApiDocument } from "@/components/docs/openapi-document";
import { PageContainer } from "@/components/ui/page-container";
import { SectionHeading } from "@/components/ui/section-heading";
import { buildOpenApi } from "@/lib/contracts/openapi";
import { getQuizQuestions } from "@/lib/use-cases/get-quiz-questions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("docs");
  return { title: t("metaTitle"), description: t("metaDescription") };
}

export default async function DocsPage() {
  const [t, { questions }] = await Promise.all([getTranslations("docs"), getQuizQuestions()]);
  // Our own builder writes the document and types it as plain JSON; this names the parts that are shown.
  const document = buildOpenApi() as OpenApiDocument;
  return (
    <PageContainer>
      <SectionHeading
        level={1}
        size="h1"
        title={t("title")}
        intro={
          <>
            {document.info.description}{" "}
            {t.rich("machine", { link: (chunks) => <Link href="/api/v1/openapi.json">{chunks}</Link> })}
          </>
        }
      />
      <ApiReference document={document} examples={getEndpointExamples(questions)} />
    </PageContainer>
  );
}
