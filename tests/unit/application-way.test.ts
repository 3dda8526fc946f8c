import { describe, expect, test } from "vitest";
import { listStages } from "@/components/applications/application-way";
import {
  parseApplicationsState,
  STATUSES,
  toApplicationsHref,
  toApplicationsQuery,
  USUAL_STATE,
} from "@/components/applications/applications-url";
import {
  APPLICATION_STATUSES,
  type ApplicationDetailReply,
  type ApplicationEvent,
  ApplicationListQuerySchema,
  type ApplicationStatus,
} from "@/lib/contracts/applications";

const NOON = Date.UTC(2026, 10, 25, 12);
const at = (hours: number): string => new Date(NOON + hours * 3_600_000).toISOString();

/** An application that came this way, an hour a step. */
function onWay(way: readonly ApplicationStatus[], withdrawnAt: string | null = null): ApplicationDetailReply {
  const events = way.map(
    (toStatus, i): ApplicationEvent => ({
      ...{ id: `${i}`, kind: i === 0 ? "applied" : "status", actor: i === 0 ? "applicant" : "employer" },
      ...{ fromStatus: way[i - 1] ?? null, toStatus, message: "", createdAt: at(i) },
    }),
  );
  return { status: way.at(-1), withdrawnAt, events } as ApplicationDetailReply;
}
const stagesOf = (application: ApplicationDetailReply): string[] =>
  listStages(application).map(({ status, state, at: time }) => `${status} ${state} ${time ?? "-"}`);

describe("the stages of an application", () => {
  test("are all that lie ahead while it is open, but not being turned down", () => {
    expect(stagesOf(onWay(["SUBMITTED", "HR_MEETING"]))).toEqual([
      `SUBMITTED reached ${at(0)}`,
      `HR_MEETING now ${at(1)}`,
      "TECHNICAL_INTERVIEW ahead -",
      "FINAL_INTERVIEW ahead -",
      "HIRED ahead -",
    ]);
  });

  test.each(["HIRED", "REJECTED"] as const)("are those that there were once it is %s", (end) => {
    expect(stagesOf(onWay(["SUBMITTED", "FINAL_INTERVIEW", end]))).toEqual([
      `SUBMITTED reached ${at(0)}`,
      `FINAL_INTERVIEW reached ${at(1)}`,
      `${end} now ${at(2)}`,
    ]);
  });

  test("are those that there were once it is withdrawn, none of them now", () => {
    expect(stagesOf(onWay(["SUBMITTED", "WAITING_FOR_REVIEW"], at(9)))).toEqual([
      `SUBMITTED reached ${at(0)}`,
      `WAITING_FOR_REVIEW reached ${at(1)}`,
    ]);
  });

  test("keep when they were reached first, also when somebody applied again", () => {
    const application = onWay(["SUBMITTED", "HR_MEETING"]);
    const reopened = { ...application.events[0], id: "r", kind: "reopened", toStatus: "HR_MEETING", createdAt: at(5) };
    application.events.push(reopened as ApplicationEvent);
    expect(stagesOf(application)[1]).toBe(`HR_MEETING now ${at(1)}`);
  });
});

describe("the address of the list", () => {
  test("knows every status, in the order of the way", () => {
    expect(STATUSES).toEqual(APPLICATION_STATUSES);
  });

  test("comes back as it was, and what is not usable counts as not given", () => {
    const state = { view: "list", state: "open", status: "HR_MEETING" } as const;
    const href = toApplicationsHref(state);
    expect(href).toBe("/applications?view=list&state=open&status=HR_MEETING");
    expect(parseApplicationsState(Object.fromEntries(new URL(href, "http://x").searchParams))).toEqual(state);
    expect(toApplicationsHref(USUAL_STATE)).toBe("/applications");
    expect(parseApplicationsState({ view: "x", state: ["open", "all"], status: "\0" })).toEqual({
      ...{ view: "board", state: "open", status: "" },
    });
  });

  test("asks the API for what it takes", () => {
    for (const status of ["", ...STATUSES] as const) {
      const query = toApplicationsQuery({ view: "board", state: "withdrawn", status });
      expect(ApplicationListQuerySchema.parse(Object.fromEntries(query))).toMatchObject({
        ...{ state: "withdrawn", limit: 100, ...(status === "" ? {} : { status }) },
      });
    }
  });
});
