import { type Params, readAddress, toHref, toQuery } from "@/components/admin/address";
import type { ApplicationStatus } from "@/lib/contracts/applications";

export const VIEWS = ["board", "list"] as const;
export const STATES = ["all", "open", "withdrawn"] as const;
/** In the order of the way. */
export const STATUSES = [
  "SUBMITTED",
  "WAITING_FOR_REVIEW",
  "HR_MEETING",
  "TECHNICAL_INTERVIEW",
  "FINAL_INTERVIEW",
  "HIRED",
  "REJECTED",
] as const satisfies readonly ApplicationStatus[];

export type ApplicationsState = {
  view: (typeof VIEWS)[number];
  state: (typeof STATES)[number];
  status: ApplicationStatus | "";
};

export const USUAL_STATE: ApplicationsState = { view: "board", state: "all", status: "" };
/** Of a page of the list: most people's applications come at once. */
export const APPLICATIONS_LIMIT = 100;

export function parseApplicationsState(params: Params): ApplicationsState {
  const address = readAddress(params);
  return {
    view: address.choice("view", VIEWS, USUAL_STATE.view),
    state: address.choice("state", STATES, USUAL_STATE.state),
    status: address.choice("status", ["", ...STATUSES], USUAL_STATE.status),
  };
}

export const toApplicationsHref = (state: ApplicationsState): string =>
  toHref("/applications", toQuery(state, USUAL_STATE));

/** What the API is asked for. */
export function toApplicationsQuery({ state, status }: ApplicationsState): URLSearchParams {
  return toQuery({ limit: APPLICATIONS_LIMIT, state, status }, { state: USUAL_STATE.state });
}
