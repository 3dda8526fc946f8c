import { describe, expect, it } from "vitest";
import { toWorkTitle } from "@/lib/use-cases/jobs/career-names";

describe("toWorkTitle", () => {
  it.each([
    ["Supervisory Research Economist", "Research Economist"],
    ["Senior Software Engineer", "Software Engineer"],
    ["Lead Police Officer", "Police Officer"],
    ["Economist - Direct Hire Authority", "Economist"],
    ["Cybersecurity Intern, Fall", "Cybersecurity"],
    ["Contract Specialist, GS-1102-09, FPL 13, (MP), (Remote Eligible)", "Contract Specialist"],
  ])("of %s it is %s: ranks, seasons and ways of hiring name no work", (title, work) => {
    expect(toWorkTitle(title)).toBe(work);
  });

  it.each([
    ["Student Trainee (Foreign Affairs)", "Foreign Affairs"],
    ["Intern (Labor Investigator)", "Labor Investigator"],
  ])("of %s it is %s: brackets count where nothing else names the work", (title, work) => {
    expect(toWorkTitle(title)).toBe(work);
  });

  it.each(["School Principal", "Team Lead", "Chief Financial Officer", "Dental Assistant", "Spring Mill Operator"])(
    "of %s it is all: these words are the work",
    (title) => {
      expect(toWorkTitle(title)).toBe(title);
    },
  );

  it.each(["Trainee", "(Senior)", "???"])("of %s something is left, even where no word names work", (title) => {
    expect(toWorkTitle(title)).not.toBe("");
  });
});
