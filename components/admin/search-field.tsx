"use client";

import { useEffect, useId, useRef, useState } from "react";
import controls from "@/components/ui/controls.module.css";

type SearchFieldProps = {
  name: string;
  label: string;
  placeholder?: string;
  value: string;
  /** Called a moment after the last key, and at once on Enter. */
  onSearch: (value: string) => void;
};

const DEBOUNCE_MS = 300;

/** A search box that follows its value when that changes from elsewhere, such as by Back. */
export function SearchField({ name, label, placeholder, value, onSearch }: SearchFieldProps) {
  const id = useId();
  const [words, setWords] = useState(value);
  const [lastValue, setLastValue] = useState(value);
  if (value !== lastValue) {
    setLastValue(value);
    if (value !== words.trim()) setWords(value);
  }
  const search = useRef(onSearch);
  useEffect(() => {
    search.current = onSearch;
  });
  useEffect(() => {
    if (words.trim() === value) return;
    const timer = window.setTimeout(() => search.current(words.trim()), DEBOUNCE_MS);
    return () => window.clearTimeout(timer);
  }, [words, value]);
  return (
    <div className={controls.field}>
      <label htmlFor={id} className={controls.label}>
        {label}
      </label>
      <input
        id={id}
        type="search"
        name={name}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        placeholder={placeholder}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") onSearch(words.trim());
        }}
        className={controls.control}
      />
    </div>
  );
}
