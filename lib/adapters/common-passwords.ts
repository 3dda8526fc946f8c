import { PASSWORD_LENGTH_MIN } from "@/lib/contracts/auth";

/** How many of the most used passwords are also refused with a little something behind them: password2024, dragon1234! */
const STEM_COUNT = 1000;
const ENDING = /[\d\p{P}\p{S}]{1,4}$/u;

let loading: Promise<{ whole: Set<string>; stems: Set<string> }> | undefined;

/** Whether a password is among those that people use most, in any case, or one of the top thousand with a few digits or signs behind. */
export async function isCommonPassword(password: string): Promise<boolean> {
  loading ??= loadCommonPasswords();
  const { whole, stems } = await loading;
  const lower = password.normalize("NFKC").toLowerCase();
  const unit = toRepeatedUnit(lower);
  return whole.has(lower) || stems.has(lower.replace(ENDING, "")) || unit.length <= 3 || stems.has(unit);
}

/** Loaded when the first password is set: 49,000 of them unpacked, of which those too short to be chosen are dropped. */
async function loadCommonPasswords() {
  const { dictionary } = await import("@zxcvbn-ts/language-common");
  const passwords = dictionary["passwords-common"];
  return {
    whole: new Set(passwords.filter((password) => password.length >= PASSWORD_LENGTH_MIN)),
    stems: new Set(passwords.slice(0, STEM_COUNT)),
  };
}

/** What the text repeats: "abc" of abcabcabca; the text itself when it repeats nothing. */
function toRepeatedUnit(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1) {
    const unit = text.slice(0, length);
    if (unit.repeat(Math.ceil(text.length / length)).startsWith(text)) return unit;
  }
  return text;
}
