import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addEntries } from "@/components/account/add-entries";
import { getChanges, mergeReply, type ProfileDraft } from "@/components/account/profile-changes";

const LIMITS = { countMax: 3, lengthMax: 10 };

describe("addEntries", () => {
  it("puts entries on one line, without spaces around them, and skips empty ones", () => {
    expect(addEntries([], ["  word \n  games ", " ", ""], LIMITS).entries).toEqual(["word games"]);
  });

  it("adds nothing twice, whichever case it is in, and says what was there", () => {
    expect(addEntries(["Python"], ["python", "PYTHON"], LIMITS)).toMatchObject({
      entries: ["Python"],
      added: [],
      known: "Python",
    });
  });

  it("writes an entry as the catalogue does", () => {
    expect(addEntries([], ["javascript"], LIMITS, ["JavaScript"]).entries).toEqual(["JavaScript"]);
  });

  it("gives back what does not go in, with the reason", () => {
    expect(addEntries(["a", "b"], ["c", "d"], LIMITS)).toMatchObject({ added: ["c"], refused: ["d"], reason: "full" });
    expect(addEntries([], ["x".repeat(11)], LIMITS)).toMatchObject({ refused: ["x".repeat(11)], reason: "long" });
  });

  it("never exceeds its limits, never loses an entry and never changes the list it was given", () => {
    const texts = fc.array(fc.string({ maxLength: 14 }), { maxLength: 8 });
    fc.assert(
      fc.property(texts, (typed) => {
        const before = Object.freeze(["kept"]);
        const { entries, added, refused } = addEntries(before, typed, LIMITS);
        expect(entries.length).toBeLessThanOrEqual(LIMITS.countMax);
        expect(entries[0]).toBe("kept");
        expect(new Set(entries.map((entry) => entry.toLowerCase())).size).toBe(entries.length);
        for (const text of typed.map((one) => one.replace(/\s+/g, " ").trim()).filter(Boolean)) {
          const isThere = [...entries, ...refused].some((entry) => entry.toLowerCase() === text.toLowerCase());
          expect(isThere).toBe(true);
        }
        expect(added.every((entry) => entries.includes(entry))).toBe(true);
      }),
    );
  });
});

const SAVED: ProfileDraft = { headline: "Nurse", skills: ["Python"], preferredLocations: [], seniority: null };

describe("editing a profile", () => {
  it("sends only the fields that changed", () => {
    expect(getChanges(SAVED, SAVED)).toEqual({});
    expect(getChanges(SAVED, { ...SAVED, skills: ["Python", "SQL"] })).toEqual({ skills: ["Python", "SQL"] });
    expect(getChanges(SAVED, { ...SAVED, seniority: "MID" })).toEqual({ seniority: "MID" });
  });

  it("takes over the server's version of what was sent, but not over what was typed since", () => {
    const sent = { ...SAVED, headline: " Nurse  now " };
    const reply = { ...SAVED, headline: "Nurse now" };
    expect(mergeReply(sent, sent, reply)).toEqual(reply);
    expect(mergeReply({ ...sent, skills: ["SQL"] }, sent, reply)).toEqual({ ...reply, skills: ["SQL"] });
  });
});
