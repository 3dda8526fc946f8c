import { isCommonPassword } from "@/lib/adapters/common-passwords";
import { AppError } from "@/lib/errors";

const PRODUCT_NAME = "waymark";

/**
 * Refuses passwords that are guessed first. There are no rules of composition: any other text of the right length will do.
 * @param field  what the password is called in the request
 * @throws AppError INVALID_INPUT that says what to do
 */
export async function refuseWeakPassword(password: string, email: string, field: string): Promise<void> {
  const message = await findWeakness(password, email);
  if (message === null) return;
  throw new AppError("INVALID_INPUT", { publicMessage: `${field}: ${message}`, fields: [{ field, message }] });
}

async function findWeakness(password: string, email: string): Promise<string | null> {
  const lower = password.normalize("NFKC").trim().toLowerCase();
  if (lower === email || lower === email.split("@")[0]) {
    return "is your e-mail address; choose something that nobody else knows, such as four words that do not belong together";
  }
  if (isProductName(lower)) {
    return "is little more than the name of this site; choose something else, such as four words that do not belong together";
  }
  if (await isCommonPassword(password)) {
    return "is one of the passwords that are guessed first; choose another, such as four words that do not belong together";
  }
  return null;
}

/** Nothing but the name and what is no letter: waymark2024!, WaymarkWaymark */
function isProductName(lower: string): boolean {
  return lower.includes(PRODUCT_NAME) && lower.replaceAll(PRODUCT_NAME, "").replace(/[^\p{L}]/gu, "") === "";
}
