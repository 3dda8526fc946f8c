"use client";

import { type AbstractIntlMessages, NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import { type ReactNode, useMemo } from "react";

type ExtraMessagesProps = {
  /** Namespaces that the layout keeps from the browser. */
  messages: AbstractIntlMessages;
  children: ReactNode;
};

/** Brings a page's own texts to the browser, beside those that every page has. */
export function ExtraMessages({ messages, children }: ExtraMessagesProps) {
  const locale = useLocale();
  const common = useMessages();
  const all = useMemo(() => ({ ...common, ...messages }), [common, messages]);
  return (
    <NextIntlClientProvider locale={locale} messages={all}>
      {children}
    </NextIntlClientProvider>
  );
}
