/** @returns whether the browser copied it: it refuses on pages that are not served securely, and without a person's touch */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
