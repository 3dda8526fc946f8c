import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPlaceWithin, toPlaceKey, toSkillKey } from "@/lib/engine/scoring/job-names";

describe("toSkillKey", () => {
  test.each([
    ["Microsoft Excel", "MS  excel"],
    ["Structured query language SQL", "SQL"],
    ["Geographic information system GIS software", "gis"],
    ["Amazon Web Services AWS software", "amazon web services"],
    ["Customer relationship management CRM software", "CRM"],
    ["Point of sale POS software", "POS"],
    ["Python programming", "python"],
    ["Python programming skills", "Python"],
    ["Node.js", "NodeJS"],
    ["Résumé writing", "resume writing"],
    ["Research & development", "research and development"],
    ["Problem-solving skills", "problem solving"],
  ])("%s is the same skill as %s", (a, b) => {
    expect(toSkillKey(a)).toBe(toSkillKey(b));
    expect(toSkillKey(a)).not.toBe("");
  });

  test.each([
    ["C", "C++"],
    ["C", "C#"],
    ["Java", "JavaScript"],
    ["Microsoft SQL Server", "SQL"],
    ["Adobe", "Adobe Photoshop"],
    ["Welding", "Wedding planning"],
  ])("%s is another skill than %s", (a, b) => {
    expect(toSkillKey(a)).not.toBe(toSkillKey(b));
  });

  test("a name without a letter or digit is no skill", () => {
    for (const name of ["", "  ", "—", "++", "🙂"]) expect(toSkillKey(name)).toBe("");
  });

  test("keys are stable: the key of a key is itself, whatever was written", () => {
    const written = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 40 }),
      fc
        .array(
          fc.constantFrom("Microsoft", "ms", "SQL", "skills", "software", "C++", "of", "programming", "Language"),
          {
            maxLength: 6,
          },
        )
        .map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(written, (name) => {
        expect(toSkillKey(toSkillKey(name))).toBe(toSkillKey(name));
      }),
    );
  });
});

describe("places", () => {
  test.each([
    ["Austin, TX", "Austin"],
    ["Austin", "Austin, TX"],
    ["Austin, Texas, United States", "austin, tx"],
    ["Austin, TX 78701", "Austin, Texas"],
    ["Austin, TX", "Texas"],
    ["Texas", "TX"],
    ["Austin, TX, U.S.A.", "TX"],
    ["Washington, DC", "Washington, D.C."],
    ["Seattle, Washington", "WA"],
    ["San José, CA", "San Jose"],
    ["Toronto, Ontario, Canada", "Canada"],
  ])("a job in %s suits somebody who prefers %s", (place, wanted) => {
    expect(isPlaceWithin(toPlaceKey(place), toPlaceKey(wanted))).toBe(true);
  });

  test.each([
    ["Portland, OR", "Portland, ME"],
    ["Portland, OR", "Oregon City"],
    ["Texas", "Austin, TX"],
    ["Austinville, VA", "Austin"],
    ["", "Austin"],
    ["Austin, TX", ""],
    ["Anchorage, AK", "Little Rock, AR"],
  ])("a job in “%s” does not suit somebody who prefers “%s”", (place, wanted) => {
    expect(isPlaceWithin(toPlaceKey(place), toPlaceKey(wanted))).toBe(false);
  });

  test("keys are stable, and every place is within itself", () => {
    const written = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 40 }),
      fc
        .array(fc.constantFrom("Austin", "Texas", "new york", "USA", "U.S.", "78701", "Washington"), { maxLength: 4 })
        .map((parts) => parts.join(", ")),
    );
    fc.assert(
      fc.property(written, (name) => {
        const key = toPlaceKey(name);
        expect(toPlaceKey(key)).toBe(key);
        if (key !== "") expect(isPlaceWithin(key, key)).toBe(true);
      }),
    );
  });
});
