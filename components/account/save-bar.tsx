import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import styles from "./account.module.css";
import type { ProfileDraft } from "./profile-changes";
import { useAccountWords } from "./use-account-words";
import type { SaveState } from "./use-profile";

type SaveBarProps = {
  state: SaveState;
  isDirty: boolean;
  onDiscard: () => void;
  onUndo: (before: ProfileDraft) => void;
};

/** Says at any time whether what is on the page is saved, and holds what can be done about it. */
export function SaveBar({ state, isDirty, onDiscard, onUndo }: SaveBarProps) {
  const t = useTranslations("account.profile");
  const toWords = useAccountWords();
  const message =
    state.kind === "failed" && isDirty
      ? t("failed", { reason: toWords(state.error) })
      : isDirty
        ? t("dirty")
        : t(state.kind === "idle" || state.kind === "failed" ? "clean" : state.kind);
  const tone = state.kind === "failed" && isDirty ? "bad" : !isDirty && state.kind === "saved" ? "good" : undefined;
  return (
    <div className={styles.saveBar} data-sticky={isDirty || state.kind !== "idle" || undefined}>
      <p role="status" data-state={tone} className={classNames(text.body, styles.status)}>
        {message}
      </p>
      {isDirty ? (
        <Button variant="text" onClick={onDiscard} sx={SIDE}>
          {t("discard")}
        </Button>
      ) : state.kind === "saved" ? (
        <Button variant="text" onClick={() => onUndo(state.before)} sx={SIDE}>
          {t("undo")}
        </Button>
      ) : null}
      <Button type="submit" variant={isDirty ? "contained" : "outlined"} aria-disabled={!isDirty || undefined}>
        {t("save")}
      </Button>
    </div>
  );
}

/** Beside the main button there is little room on a phone. */
const SIDE = { px: 1.5 } as const;
