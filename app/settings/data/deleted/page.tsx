import Button from "@mui/material/Button";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/ui/page-container";
import { EmptyState } from "@/components/ui/state-message";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("trust.data");
  return { title: t("deletedMetaTitle"), robots: { index: false } };
}

export default async function DeletedPage() {
  const t = await getTranslations("trust.data");
  return (
    <PageContainer width="text">
      <EmptyState
        level={1}
        title={t("deletedTitle")}
        actions={
          <Button variant="contained" href="/">
            {t("deletedHome")}
          </Button>
        }
      >
        {t("deletedText")}
      </EmptyState>
    </PageContainer>
  );
}
