import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isCommonPassword } from "@/lib/adapters/common-passwords";
import { makePasswordHasher } from "@/lib/adapters/password";
import { EmailSchema, NewPasswordSchema, PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from "@/lib/contracts/auth";
import { AppError } from "@/lib/errors";
import { refuseWeakPassword } from "@/lib/use-cases/password-rules";

const EMAIL = "ana.lopez@example.com";

async function weaknessOf(password: string, email = EMAIL): Promise<string | null> {
  try {
    await refuseWeakPassword(password, email, "password");
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect([error.code, error.fields[0]?.field]).toEqual(["INVALID_INPUT", "password"]);
    return error.publicMessage;
  }
}

describe("the length of a password", () => {
  test.each([
    ["nine characters", "abcdefghi", false],
    ["ten characters", "abcdefghij", true],
    ["two hundred characters", "a".repeat(200), true],
    ["two hundred and one", "a".repeat(201), false],
    ["nine emoji, eighteen UTF-16 units", "🙂".repeat(9), false],
    ["ten emoji", "🙂".repeat(10), true],
    ["two hundred emoji", "🙂".repeat(200), true],
    ["spaces and every kind of character", "  ñ 漢字 \u0000\t؟🙂 ", true],
  ])("%s", (_, password, isAllowed) => {
    expect(NewPasswordSchema.safeParse(password).success).toBe(isAllowed);
  });

  test("no rule asks for kinds of characters, and nothing is changed or cut off", () => {
    const text = fc.string({ unit: "binary", minLength: PASSWORD_LENGTH_MIN, maxLength: PASSWORD_LENGTH_MAX });
    fc.assert(
      fc.property(text, (password) => {
        fc.pre([...password].length >= PASSWORD_LENGTH_MIN);
        expect(NewPasswordSchema.parse(password)).toBe(password);
      }),
      { numRuns: 30 },
    );
  });
});

describe("passwords that are guessed first", () => {
  test.each([
    "qwertyuiop",
    "1234567890",
    "password123",
    "PassWord123",
    "basketball",
    "password2024",
    "dragon1234",
    "Monkey123!",
    "passwordpassword",
    "aaaaaaaaaa",
    "1212121212",
    "abcabcabcabc",
    "ｐａｓｓｗｏｒｄ１２３",
  ])("%s is refused", async (password) => {
    expect(await weaknessOf(password)).toMatch(/guessed first; choose another, such as/);
  });

  test.each([
    "purple anvil forty",
    "correct horse battery staple",
    "Testing-Account-77",
    "tr0ub4dor&3x",
    "ñandú corre rápido",
  ])("%s is accepted", async (password) => {
    expect(await weaknessOf(password)).toBeNull();
  });

  test("random passwords are practically never refused", async () => {
    const letters = fc.string({
      unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz0123456789"),
      minLength: 12,
      maxLength: 20,
    });
    await fc.assert(fc.asyncProperty(letters, async (password) => !(await isCommonPassword(`${password}x7q`))));
  });

  test.each([EMAIL, "ANA.LOPEZ@example.com", ` ${EMAIL} `])(
    "the e-mail address itself (%s) is refused",
    async (password) => {
      expect(await weaknessOf(password)).toMatch(/is your e-mail address; choose something/);
    },
  );

  test("what stands before the @ is refused", async () => {
    expect(await weaknessOf("anastasia.lopez", "anastasia.lopez@example.com")).toMatch(/is your e-mail address/);
    expect(await weaknessOf("anastasia.lopez", EMAIL)).toBeNull();
  });

  test.each(["waymarkwaymark", "Waymark2024", "waymark 123!", "!!!waymark!!!"])(
    "%s, no more than this site's name, is refused",
    async (password) => {
      expect(await weaknessOf(password)).toMatch(/name of this site; choose something else/);
    },
  );

  test("the site's name among other words is accepted", async () => {
    expect(await weaknessOf("my waymark login is long")).toBeNull();
  });
});

describe("hashing", () => {
  const hasher = makePasswordHasher();

  test("is argon2id with 19 MiB, two passes and one lane, salted", async () => {
    const [first, second] = await Promise.all([hasher.hash("purple anvil forty"), hasher.hash("purple anvil forty")]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(first).not.toBe(second);
    expect(await hasher.verify(first, "purple anvil forty")).toBe(true);
    expect(await hasher.verify(first, "Purple anvil forty")).toBe(false);
  });

  test("nothing matches nobody's password", async () => {
    for (const password of ["", "A", "password", "A".repeat(43), "\0"])
      expect(await hasher.verify(null, password)).toBe(false);
  });

  test("an accent counts the same, however the keyboard composes it", async () => {
    const composed = await hasher.hash("ñandú corre".normalize("NFC"));
    expect(await hasher.verify(composed, "ñandú corre".normalize("NFD"))).toBe(true);
    expect(await hasher.verify(composed, "nandu corre")).toBe(false);
  });

  test("the last of 200 characters counts", async () => {
    const long = "🙂".repeat(199);
    const hash = await hasher.hash(`${long}a`);
    expect([await hasher.verify(hash, `${long}a`), await hasher.verify(hash, `${long}b`)]).toEqual([true, false]);
  });

  test("a flood waits in a short line, the rest is told to try again, and the line goes on", async () => {
    const flooded = makePasswordHasher(4);
    const hash = await flooded.hash("purple anvil forty");
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => flooded.verify(hash, "x")));
    const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    expect(refused).toHaveLength(14);
    expect(refused.every((error) => error instanceof AppError && error.code === "RATE_LIMITED")).toBe(true);
    expect(await flooded.verify(hash, "purple anvil forty")).toBe(true);
  });
});

describe("e-mail addresses", () => {
  test.each([
    ["  Ana.Lopez@Example.COM ", "ana.lopez@example.com"],
    ["a+b@sub.example.co", "a+b@sub.example.co"],
  ])("%s is stored as %s", (sent, stored) => {
    expect(EmailSchema.parse(sent)).toBe(stored);
  });

  test.each([
    "",
    "ana",
    "ana@",
    "@example.com",
    "ana@localhost",
    "a b@example.com",
    "ana@exa mple.com",
    "ana@example.com\n.evil",
    "a\0na@example.com",
    `${"a".repeat(250)}@example.com`,
    "ana@@example.com",
    "<b>@example.com",
    "ana@example.com,bob@example.com",
  ])("%j is refused", (sent) => {
    expect(EmailSchema.safeParse(sent).success).toBe(false);
  });
});
