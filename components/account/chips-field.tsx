"use client";

import CloseRounded from "@mui/icons-material/CloseRounded";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import { VISUALLY_HIDDEN } from "@/components/ui/visually-hidden";
import styles from "./account.module.css";
import { type ChipsOptions, useChips } from "./use-chips";

type ChipsFieldProps = ChipsOptions & { label: string; hint: ReactNode; placeholder: string };

/**
 * Several short entries, typed or chosen: a combobox whose arrows go through the suggestions and, from the start of the text, through
 * the entries; Enter takes, Backspace takes back.
 */
export function ChipsField({ label, hint, placeholder, ...options }: ChipsFieldProps) {
  const t = useTranslations("account.chips");
  const { autocomplete, news, addTyped } = useChips(options);
  const { id, value } = options;
  const input = autocomplete.getInputProps();
  return (
    <div className={styles.field}>
      <label htmlFor={id} id={`${id}-label`} className={text.label}>
        {label}
      </label>
      <div className={styles.chips}>
        <div ref={autocomplete.setAnchorEl} {...autocomplete.getRootProps()} className={styles.chipBox}>
          {value.map((name, index) => {
            const { key, onDelete, ...item } = autocomplete.getItemProps({ index });
            return (
              <span key={key} className={styles.chip}>
                {name}
                <button
                  type="button"
                  {...item}
                  aria-label={t("remove", { name })}
                  onClick={onDelete}
                  className={styles.chipRemove}
                >
                  <CloseRounded fontSize="small" />
                </button>
              </span>
            );
          })}
          <input
            {...input}
            type="text"
            onBlur={(event) => {
              input.onBlur?.(event);
              addTyped();
            }}
            placeholder={value.length === 0 ? placeholder : undefined}
            enterKeyHint="done"
            aria-describedby={`${id}-chosen ${id}-hint`}
            className={styles.chipInput}
          />
        </div>
        <Options autocomplete={autocomplete} />
      </div>
      <p
        role="status"
        className={classNames(text.small, styles.error)}
        style={news?.isWarning ? undefined : VISUALLY_HIDDEN}
      >
        {news?.text}
      </p>
      <div id={`${id}-hint`} className={classNames(text.small, text.muted)}>
        {hint}
      </div>
      <span id={`${id}-chosen`} style={VISUALLY_HIDDEN}>
        {t("chosen", { label, count: value.length })}
      </span>
    </div>
  );
}

function Options({ autocomplete }: Pick<ReturnType<typeof useChips>, "autocomplete">) {
  const { groupedOptions, getListboxProps, getOptionProps, id } = autocomplete;
  const isOpen = groupedOptions.length > 0;
  useEffect(() => {
    // On a phone, half of the list would be below the edge.
    if (isOpen) document.getElementById(`${id}-listbox`)?.scrollIntoView({ block: "nearest" });
  }, [isOpen, id]);
  if (!isOpen) return null;
  return (
    <ul {...getListboxProps()} className={styles.options}>
      {groupedOptions.map((option, index) => {
        const { key, ...props } = getOptionProps({ option, index });
        return (
          <li key={key} {...props} className={styles.option}>
            {option}
          </li>
        );
      })}
    </ul>
  );
}
