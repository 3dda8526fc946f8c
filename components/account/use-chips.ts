"use client";

import useAutocomplete from "@mui/material/useAutocomplete";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Added, addEntries, type EntryLimits } from "./add-entries";

export type ChipsOptions = {
  id: string;
  value: readonly string[];
  onChange: (value: string[]) => void;
  limits: EntryLimits;
  /** What to offer for what is typed. */
  suggestions?: readonly string[];
  onTyped?: (text: string) => void;
  /** Characters that end an entry, also in a pasted text. */
  separators: RegExp;
};

/** What just happened, for a status line; warnings are for the eye as well. */
type News = { text: string; isWarning: boolean };

/** The behavior of a list of entries with suggestions, on MUI's headless autocomplete. */
export function useChips({ id, value, onChange, limits, suggestions = [], onTyped, separators }: ChipsOptions) {
  const toNews = useNews(limits);
  const [typed, setTyped] = useState("");
  const [news, setNews] = useState<News | null>(null);
  const type = (text: string) => {
    setTyped(text);
    onTyped?.(text.trim());
  };
  /** @param rest  what stays in the input, after anything that did not go in */
  const add = (texts: readonly string[], rest = "") => {
    const result = addEntries(value, texts, limits, suggestions);
    if (result.added.length > 0) onChange(result.entries);
    setNews(toNews(result));
    type([...result.refused, rest].filter(Boolean).join(", "));
  };
  const remove = (next: readonly string[]) => {
    onChange([...next]);
    setNews(toNews({ removed: value.find((name) => !next.includes(name)) }));
  };
  const autocomplete = useAutocomplete<string, true, true, true>({
    id,
    multiple: true,
    freeSolo: true,
    disableClearable: true,
    filterSelectedOptions: true,
    clearOnBlur: false,
    options: typed.trim() === "" ? [] : suggestions,
    // The server has filtered already.
    filterOptions: (all) => all,
    value: [...value],
    inputValue: typed,
    onInputChange: (_, text, reason) => {
      const parts = reason === "input" ? text.split(separators) : [text];
      if (parts.length > 1) add(parts.slice(0, -1), parts.at(-1)?.trimStart());
      else type(text);
    },
    onChange: (_, next, reason) => (reason === "removeOption" ? remove(next) : add(next.slice(value.length))),
  });
  // What was typed but not confirmed is taken when the field is left: nothing is lost.
  return { autocomplete, news, addTyped: () => add(typed.split(separators)) };
}

function useNews(limits: EntryLimits): (what: Partial<Added> & { removed?: string }) => News | null {
  const t = useTranslations("account.chips");
  return ({ added = [], known, reason, removed }) => {
    if (reason === "full") return { text: t("full", { max: limits.countMax }), isWarning: true };
    if (reason === "long") return { text: t("long", { max: limits.lengthMax }), isWarning: true };
    if (added.length > 0) return { text: t("added", { name: added.join(", ") }), isWarning: false };
    if (known !== undefined) return { text: t("known", { name: known }), isWarning: true };
    return removed === undefined ? null : { text: t("removed", { name: removed }), isWarning: false };
  };
}
