"use client";

import type { CSSProperties, FormEvent } from "react";
import { FONT_CLASS_NAMES } from "@/components/ui/fonts";
import { DARK_PALETTE, LIGHT_PALETTE } from "@/components/ui/palette";
import { MESSAGES_EN } from "@/lib/messages/messages";
import styles from "./global-error.module.css";

/** Handed to the style sheet by an attribute: the content policy lets a style element in only with a nonce, which is not known here. */
const COLORS = Object.fromEntries(
  Object.entries({ light: LIGHT_PALETTE, dark: DARK_PALETTE }).flatMap(([mode, { background, text, primary }]) => [
    [`--${mode}-ground`, background.default],
    [`--${mode}-text`, text.primary],
    [`--${mode}-action`, primary.main],
    [`--${mode}-on-action`, primary.contrastText],
  ]),
) as CSSProperties;

/** Shown when the root layout itself failed, so it stands on its own: no theme, no providers. */
export default function GlobalError() {
  const { errors, common } = MESSAGES_EN;
  // Rendering the same failed reply again would fail again: only a new one can be whole.
  const reload = (event: FormEvent): void => {
    event.preventDefault();
    location.reload();
  };
  return (
    <html lang="en" className={FONT_CLASS_NAMES}>
      <body className={styles.body} style={COLORS}>
        <title>{errors.errorTitle}</title>
        <main className={styles.main}>
          <h1 className={styles.title}>{errors.errorTitle}</h1>
          <p>{errors.errorText}</p>
          {/* Where no script runs, sending the empty form loads the page again. */}
          <form onSubmit={reload}>
            <button type="submit" className={styles.retry}>
              {common.retry}
            </button>
          </form>
        </main>
      </body>
    </html>
  );
}
