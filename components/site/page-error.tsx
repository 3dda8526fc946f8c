"use client";

import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";
import { PageContainer } from "@/components/ui/page-container";
import { ErrorState } from "@/components/ui/state-message";

type PageErrorProps = { error: unknown; retry: () => void };

/** Finds the id under which the server logged the error; client-side errors have none. */
function getErrorDigest(error: unknown): string | null {
  return error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : null;
}

/** What every error.tsx shows. */
export function PageError({ error, retry }: PageErrorProps) {
  const t = useTranslations();
  const digest = getErrorDigest(error);
  return (
    <PageContainer width="text">
      <ErrorState
        level={1}
        title={t("errors.errorTitle")}
        actions={
          <>
            <Button variant="contained" onClick={retry}>
              {t("common.retry")}
            </Button>
            <Button variant="outlined" href="/">
              {t("common.home")}
            </Button>
          </>
        }
      >
        {t("errors.errorText")}
        {digest === null ? null : (
          <Typography variant="caption" component="p" sx={{ mt: 2 }}>
            {t("errors.reference", { digest })}
          </Typography>
        )}
      </ErrorState>
    </PageContainer>
  );
}
