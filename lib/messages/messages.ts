import account from "./en/account.json";
import activity from "./en/activity.json";
import admin from "./en/admin.json";
import app from "./en/app.json";
import applications from "./en/applications.json";
import employer from "./en/employer.json";
import explain from "./en/explain.json";
import jobs from "./en/jobs.json";
import quiz from "./en/quiz.json";
import saved from "./en/saved.json";
import trust from "./en/trust.json";

/** Every text of the interface in US English, by namespace. */
export const MESSAGES_EN = {
  ...app,
  ...saved,
  ...activity,
  quiz,
  explain,
  account,
  admin,
  trust,
  employer,
  jobs,
  applications,
};
