import Button from "@mui/material/Button";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/ui/page-container";
import { EmptyState } from "@/components/ui/state-message";
import { getDeps } from "@/lib/use-cases/deps";
import { findLatestSession } from "@/lib/use-cases/find-latest-session";
import { isAccount } from "@/lib/use-cases/permissions";
import { readPageActor } from "@/lib/web/page-actor";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.results");
  return { title: t("metaTitle"), robots: { index: false } };
}

/** One address for one's own results, whichever quiz they are of: the newest. */
export default async function MyResultsPage() {
  const actor = await readPageActor();
  const sessionId = await findLatestSession(await getDeps(), actor);
  if (sessionId !== null) redirect(`/results/${sessionId}`);
  const t = await getTranslations("account.results");
  return (
    <PageContainer width="text">
      <EmptyState
        level={1}
        title={t("emptyTitle")}
        actions={
          <>
            <Button variant="contained" color="blaze" size="large" href="/quiz">
              {t("takeQuiz")}
            </Button>
            {isAccount(actor) ? null : (
              <Button variant="outlined" size="large" href="/sign-in?next=%2Fresults">
                {t("signIn")}
              </Button>
            )}
          </>
        }
      >
        {t(isAccount(actor) ? "emptyText" : "emptyTextGuest")}
      </EmptyState>
    </PageContainer>
  );
}
