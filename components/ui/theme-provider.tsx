"use client";

import CssBaseline from "@mui/material/CssBaseline";
import { ThemeProvider } from "@mui/material/styles";
import { AppRouterCacheProvider } from "@mui/material-nextjs/v16-appRouter";
import type { ReactNode } from "react";
import { theme } from "./theme";
import { MODE_STORAGE_KEY } from "./theme-settings";

type AppThemeProviderProps = {
  children: ReactNode;
  /** The request's Content-Security-Policy nonce, for the style elements. */
  nonce?: string;
};

export function AppThemeProvider({ children, nonce }: AppThemeProviderProps) {
  return (
    <AppRouterCacheProvider options={{ key: "wm", nonce }}>
      <ThemeProvider theme={theme} defaultMode="system" modeStorageKey={MODE_STORAGE_KEY} disableTransitionOnChange>
        <CssBaseline />
        {children}
      </ThemeProvider>
    </AppRouterCacheProvider>
  );
}
