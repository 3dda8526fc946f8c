import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { useErrorWords } from "@/components/careers/use-error-words";

type StaleNoteProps = { query: { error: unknown; isFetching: boolean; refetch: () => Promise<unknown> } };

/** Says that what is shown may have changed since, when the server cannot be asked. */
export function StaleNote({ query }: StaleNoteProps) {
  const t = useTranslations();
  const toWords = useErrorWords();
  if (query.error === null || query.isFetching) return null;
  return (
    <Alert
      severity="error"
      sx={{ mb: 2 }}
      action={
        <Button color="inherit" size="small" onClick={() => void query.refetch()}>
          {t("common.retry")}
        </Button>
      }
    >
      {t("applications.stale")} {toWords(query.error)}
    </Alert>
  );
}
