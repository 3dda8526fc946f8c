"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import styles from "./consent.module.css";

const PrivacySheet = dynamic(() => import("./privacy-sheet").then((module) => module.PrivacySheet), { ssr: false });

/** The way back to the choice, from every page. What it opens is fetched when somebody does. */
export function PrivacyChoices({ label }: { label: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        className={styles.choices}
        onClick={() => {
          setIsOpen(true);
          setWasOpen(true);
        }}
      >
        {label}
      </button>
      {wasOpen ? <PrivacySheet isOpen={isOpen} title={label} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}
