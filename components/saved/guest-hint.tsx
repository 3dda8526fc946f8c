import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import text from "@/components/ui/type.module.css";
import styles from "./saved.module.css";

/** What an account would add, for somebody without one. */
export function GuestHint() {
  const t = useTranslations("saved");
  return (
    <aside aria-label={t("guestLabel")} className={styles.hint}>
      <p className={text.small}>{t("guest")}</p>
      <Button variant="outlined" size="small" href="/register?next=%2Fsaved">
        {t("register")}
      </Button>
    </aside>
  );
}
