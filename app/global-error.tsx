"use client";

import { FONT_CLASS_NAMES } from "@/components/ui/fonts";
import { DARK_PALETTE, LIGHT_PALETTE } from "@/components/ui/palette";
import { MESSAGES_EN } from "@/lib/messages/messages";

const STYLES = `
  body { margin: 0; min-height: 100dvh; display: grid; place-items: center; text-align: center;
    font-family: var(--font-body), system-ui, sans-serif; line-height: 1.6;
    background: ${LIGHT_PALETTE.background.default}; color: ${LIGHT_PALETTE.text.primary}; }
  main { max-width: 32rem; padding: 1.5rem; }
  h1 { font-family: var(--font-heading), sans-serif; font-size: 1.75rem; line-height: 1.15; }
  button { font: inherit; font-weight: 650; min-height: 44px; padding: 0 1.25rem; border: 0; border-radius: 14px;
    background: ${LIGHT_PALETTE.primary.main}; color: ${LIGHT_PALETTE.primary.contrastText}; cursor: pointer; }
  @media (prefers-color-scheme: dark) {
    body { background: ${DARK_PALETTE.background.default}; color: ${DARK_PALETTE.text.primary}; }
    button { background: ${DARK_PALETTE.primary.main}; color: ${DARK_PALETTE.primary.contrastText}; }
  }`;

/** Shown when the root layout itself failed, so it stands on its own: no theme, no providers, plain CSS. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  const { errors, common } = MESSAGES_EN;
  return (
    <html lang="en" className={FONT_CLASS_NAMES}>
      <body>
        <style>{STYLES}</style>
        <title>{errors.errorTitle}</title>
        <main>
          <h1>{errors.errorTitle}</h1>
          <p>{errors.errorText}</p>
          <button type="button" onClick={retry}>
            {common.retry}
          </button>
        </main>
      </body>
    </html>
  );
}
