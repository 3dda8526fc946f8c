import InitColorSchemeScript from "@mui/material/InitColorSchemeScript";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { QueryProvider } from "@/components/site/query-provider";
import styles from "@/components/site/site.module.css";
import { SiteFooter } from "@/components/site/site-footer";
import { SiteHeader } from "@/components/site/site-header";
import { SkipLink } from "@/components/site/skip-link";
import { FONT_CLASS_NAMES } from "@/components/ui/fonts";
import { DARK_PALETTE, LIGHT_PALETTE } from "@/components/ui/palette";
import { AppThemeProvider } from "@/components/ui/theme-provider";
import { COLOR_SCHEME_ATTRIBUTE, MODE_STORAGE_KEY } from "@/components/ui/theme-settings";
import { getDeps } from "@/lib/use-cases/deps";
import { hasCompany } from "@/lib/use-cases/employer/has-company";
import { isAccount, isAdmin } from "@/lib/use-cases/permissions";
import { readPageActor } from "@/lib/web/page-actor";

/** Texts that only the server renders, or that few pages need, which bring them along: the browser is spared them on the others. */
const SERVER_NAMESPACES = new Set([
  "meta",
  "footer",
  "landing",
  "quiz",
  "explain",
  "career",
  "account",
  "trust",
  "admin",
  "employer",
  "applications",
  "share",
  "shared",
  "compare",
  "saved",
  "activityPage",
  "cardActions",
  "jobs",
]);

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("meta");
  return { title: { default: t("title"), template: t("template") }, description: t("description") };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: LIGHT_PALETTE.background.default },
    { media: "(prefers-color-scheme: dark)", color: DARK_PALETTE.background.default },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, messages, t, requestHeaders, actor] = await Promise.all([
    getLocale(),
    getMessages(),
    getTranslations("nav"),
    headers(),
    readPageActor(),
  ]);
  const isEmployer = await hasCompany(await getDeps(), actor);
  const nonce = requestHeaders.get("x-nonce") ?? undefined;
  const clientMessages = Object.fromEntries(Object.entries(messages).filter(([name]) => !SERVER_NAMESPACES.has(name)));
  return (
    // The script below sets the scheme's attribute before React sees the element.
    <html lang={locale} className={FONT_CLASS_NAMES} suppressHydrationWarning>
      <body>
        <InitColorSchemeScript
          attribute={COLOR_SCHEME_ATTRIBUTE}
          defaultMode="system"
          modeStorageKey={MODE_STORAGE_KEY}
          nonce={nonce}
        />
        <AppThemeProvider nonce={nonce}>
          <NextIntlClientProvider messages={clientMessages}>
            <QueryProvider>
              <SkipLink label={t("skip")} />
              <SiteHeader account={isAccount(actor) ? { isAdmin: isAdmin(actor), isEmployer } : null} />
              <main id="content" tabIndex={-1} className={styles.main}>
                {children}
              </main>
              <SiteFooter />
            </QueryProvider>
          </NextIntlClientProvider>
        </AppThemeProvider>
      </body>
    </html>
  );
}
