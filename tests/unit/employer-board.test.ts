import { describe, expect, it } from "vitest";
import { toName } from "@/components/employer/applicant-name";
import { toColumns } from "@/components/employer/board-columns";
import { APPLICATION_STATUSES, type ApplicationStatus } from "@/lib/contracts/applications";
import type { Applicant } from "@/lib/contracts/employer";

const makeApplicant = (applicationId: string, status: ApplicationStatus, isWithdrawn = false): Applicant => ({
  applicationId,
  jobId: "job",
  jobTitle: "Night Nurse",
  email: `${applicationId}@example.com`,
  headline: "",
  skills: [],
  seniority: null,
  locations: [],
  status,
  withdrawnAt: isWithdrawn ? "2026-11-20T10:00:00.000Z" : null,
  score: 50,
  parts: { embedding: 30, skills: 10, seniority: 5, recency: 5, location: 0, learned: 0 },
  reasons: { for: [], against: [] },
  nextStatuses: [],
  createdAt: "2026-11-20T10:00:00.000Z",
  updatedAt: "2026-11-20T10:00:00.000Z",
});

describe("the board", () => {
  const items = [
    makeApplicant("best", "HR_MEETING"),
    makeApplicant("second", "SUBMITTED"),
    makeApplicant("third", "SUBMITTED"),
    makeApplicant("gone", "SUBMITTED", true),
  ];
  const columns = toColumns(items, APPLICATION_STATUSES);

  it("has all seven stages in the order of the way", () => {
    expect(columns.map(({ status }) => status)).toEqual([...APPLICATION_STATUSES]);
  });

  it("shows everybody once, best first, with their rank among all who are still in", () => {
    const shown = columns.flatMap(({ entries }) =>
      entries.map(({ applicant, rank }) => [applicant.applicationId, rank]),
    );
    expect(shown).toEqual([
      ["second", 2],
      ["third", 3],
      ["gone", null],
      ["best", 1],
    ]);
  });
});

describe("an applicant's name", () => {
  it("is their headline, and their address without one", () => {
    expect(toName({ headline: "Night owl and nurse", email: "a@example.com" })).toBe("Night owl and nurse");
    expect(toName({ headline: " ", email: "a@example.com" })).toBe("a@example.com");
  });
});
