type PageEvents = {
  /** Nobody sees the page any more, or it is about to end: phones give no later notice. */
  onHide: () => void;
  onShow: () => void;
  onOnline: () => void;
  /** Another tab changed the storage under this key; null when all of it was cleared. */
  onStorage: (key: string | null) => void;
};

/** Calls back about what happens to the page for as long as it lives. */
export function followPage(win: Window, { onHide, onShow, onOnline, onStorage }: PageEvents): void {
  const { document } = win;
  document.addEventListener("visibilitychange", () => (document.visibilityState === "visible" ? onShow() : onHide()));
  // Never `unload`: it would keep the page from coming back at once with the back button.
  win.addEventListener("pagehide", onHide);
  win.addEventListener("pageshow", onShow);
  win.addEventListener("online", onOnline);
  win.addEventListener("storage", ({ key }) => onStorage(key));
}
