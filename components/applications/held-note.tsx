import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import text from "@/components/ui/type.module.css";
import { withNext } from "@/lib/web/client/next-path";
import styles from "./applications.module.css";

/** To somebody without an account: no employer can see what they applied for. */
export function HeldNote({ next }: { next: string }) {
  const t = useTranslations("applications");
  return (
    <aside aria-label={t("heldLabel")} className={styles.notice}>
      <p className={text.body}>{t("held")}</p>
      <Button variant="contained" color="blaze" href={withNext("/register", next)}>
        {t("makeAccount")}
      </Button>
    </aside>
  );
}
