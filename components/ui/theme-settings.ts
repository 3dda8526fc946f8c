/** Shared by the theme (client) and the script that sets the scheme before the first paint (server). */

/** The attribute on the html element that says which scheme is on. */
export const COLOR_SCHEME_ATTRIBUTE = "data-theme";
export const MODE_STORAGE_KEY = "waymark.theme";
