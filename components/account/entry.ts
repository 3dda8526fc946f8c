/** What both forms share while a person goes between them: an email typed in one is there in the other. In memory only. */
export const typedEmail = { current: "" };

/**
 * Leaves a form for good. A full load, since everything that this tab has fetched so far is of somebody who was not signed in; and
 * in place of the form, so that Back does not come to it.
 */
export function leaveTo(path: string): Promise<never> {
  window.location.replace(path);
  // The form stays busy until the next page is there.
  return new Promise(() => {});
}
