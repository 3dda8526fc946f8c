import CheckRounded from "@mui/icons-material/CheckRounded";
import CloseRounded from "@mui/icons-material/CloseRounded";
import KeyboardRounded from "@mui/icons-material/KeyboardRounded";
import UndoRounded from "@mui/icons-material/UndoRounded";
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import styles from "./deck.module.css";

type DeckActionsProps = {
  /** Of the job on top; null when there is none. */
  title: string | null;
  canUndo: boolean;
  onSkip: () => void;
  onApply: () => void;
  onUndo: () => void;
  onHelp: () => void;
};

/** Everything that dragging does, as buttons that stay where they are. One that has nothing to do keeps its place and the focus. */
export function DeckActions({ title, canUndo, onSkip, onApply, onUndo, onHelp }: DeckActionsProps) {
  const t = useTranslations("jobs.deck");
  const isEmpty = title === null;
  return (
    <div className={styles.actions}>
      <button
        type="button"
        onClick={onUndo}
        aria-disabled={!canUndo}
        aria-keyshortcuts="Backspace"
        className={classNames(styles.action, styles.small)}
      >
        <UndoRounded aria-hidden="true" />
        <span>{t("undo")}</span>
      </button>
      <button
        type="button"
        onClick={onSkip}
        aria-disabled={isEmpty}
        aria-label={isEmpty ? t("skip") : t("skipOf", { title })}
        aria-keyshortcuts="ArrowLeft"
        className={classNames(styles.action, styles.skip)}
      >
        <CloseRounded aria-hidden="true" />
        <span>{t("skip")}</span>
      </button>
      <button
        type="button"
        onClick={onApply}
        aria-disabled={isEmpty}
        aria-label={isEmpty ? t("apply") : t("applyOf", { title })}
        aria-keyshortcuts="ArrowRight"
        className={classNames(styles.action, styles.apply)}
      >
        <CheckRounded aria-hidden="true" />
        <span>{t("apply")}</span>
      </button>
      <button
        type="button"
        onClick={onHelp}
        aria-haspopup="dialog"
        aria-label={t("help")}
        className={classNames(styles.action, styles.small)}
      >
        <KeyboardRounded aria-hidden="true" />
        <span aria-hidden="true">{t("keys")}</span>
      </button>
    </div>
  );
}
