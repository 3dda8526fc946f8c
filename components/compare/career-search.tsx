"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useId, useState, useTransition } from "react";
import { useErrorWords } from "@/components/careers/use-error-words";
import { classNames } from "@/components/ui/class-names";
import controls from "@/components/ui/controls.module.css";
import text from "@/components/ui/type.module.css";
import styles from "./compare.module.css";
import { toCompareHref } from "./compare-url";
import { careerSearchOptions } from "./queries";

const PAUSE_MS = 150;

/** Finds a career by its title or by everyday words, and puts it beside the others. */
export function CareerSearch({ codes }: { codes: readonly string[] }) {
  const t = useTranslations("compare");
  const toWords = useErrorWords();
  const id = useId();
  const router = useRouter();
  const [isMoving, startMoving] = useTransition();
  const [words, setWords] = useState("");
  const [active, setActive] = useState(-1);
  const [isOpen, setIsOpen] = useState(false);
  const q = useAfterPause(words.trim(), PAUSE_MS);
  const search = useQuery(careerSearchOptions(q));
  const options = q === "" ? [] : (search.data?.items ?? []).filter(({ code }) => !codes.includes(code));
  const isShown = isOpen && q !== "" && options.length > 0;
  useEffect(() => {
    if (active >= 0) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [id, active]);
  const add = (code: string) => {
    setWords("");
    setIsOpen(false);
    setActive(-1);
    startMoving(() => router.push(toCompareHref([...codes, code]), { scroll: false }));
  };
  const steer = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined && options.length > 0) {
      event.preventDefault();
      setIsOpen(true);
      setActive((last) => (last + move + options.length) % options.length);
    } else if (event.key === "Escape") {
      setIsOpen(false);
      setActive(-1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const chosen = options[Math.max(0, active)];
      if (isShown && chosen !== undefined) add(chosen.code);
    }
  };
  const status =
    q === ""
      ? ""
      : search.isError
        ? t("failed", { reason: toWords(search.error) })
        : search.isFetching
          ? t("searching")
          : t("found", { count: options.length });
  return (
    <div className={classNames(controls.field, styles.search)} aria-busy={isMoving}>
      <label htmlFor={`${id}-input`} className={controls.label}>
        {t("addLabel")}
      </label>
      <input
        id={`${id}-input`}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-activedescendant={isShown && active >= 0 ? `${id}-${active}` : undefined}
        placeholder={t("addPlaceholder")}
        maxLength={200}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setIsOpen(true);
          setActive(-1);
        }}
        onKeyDown={steer}
        onFocus={() => setIsOpen(true)}
        onBlur={() => setIsOpen(false)}
        className={controls.control}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t("addLabel")}
        hidden={!isShown}
        className={styles.options}
        // The field would lose the focus, and close the list, before the click arrives.
        onMouseDown={(event) => event.preventDefault()}
      >
        {options.map(({ code, title, cluster }, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and takes the keys
          // biome-ignore lint/a11y/useFocusableInteractive: an option is pointed at by aria-activedescendant
          <div
            key={code}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === active}
            className={styles.option}
            onClick={() => add(code)}
          >
            <span>{title}</span>
            <span className={classNames(text.caption, text.muted)}>{cluster}</span>
          </div>
        ))}
      </div>
      <p role="status" className={classNames(text.caption, text.muted)}>
        {status}
      </p>
    </div>
  );
}

/** A text once it has stopped changing for a moment; at once when it is empty. */
function useAfterPause(words: string, pauseMs: number): string {
  const [settled, setSettled] = useState(words);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(words), pauseMs);
    return () => window.clearTimeout(timer);
  }, [words, pauseMs]);
  return words === "" ? "" : settled;
}
