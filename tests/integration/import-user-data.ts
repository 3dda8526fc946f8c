import { ExportSchema } from "@/lib/contracts/user-data";
import type { Deps } from "@/lib/use-cases/deps";

type Row = Record<string, unknown>;
type Table =
  | "User"
  | "QuizSession"
  | "Slate"
  | "Impression"
  | "Interaction"
  | "SavedCareer"
  | "CareerReaction"
  | "SettledEvent"
  | "ShareLink"
  | "JobProfile"
  | "JobFeed"
  | "JobImpression"
  | "JobInteraction"
  | "Swipe"
  | "Application"
  | "ApplicationEvent"
  | "Company"
  | "Consent"
  | "RefreshToken"
  | "EndedSession"
  | "AuditLog";

/** Puts what an export holds into a database: what another place would do that takes people over. */
export async function importUserData({ db }: Pick<Deps, "db">, text: string): Promise<void> {
  const file = ExportSchema.parse(JSON.parse(text));
  const userId = file.profile.id;
  const insert = async (table: Table, rows: readonly Row[]): Promise<void> => {
    await db.$executeRawUnsafe(
      `INSERT INTO "${table}" SELECT (jsonb_populate_record(NULL::"${table}", r)).* FROM jsonb_array_elements($1::jsonb) r`,
      JSON.stringify(rows),
    );
  };
  const own = (rows: readonly Row[]): Row[] => rows.map(({ career: _, ...row }) => ({ userId, ...row }));
  const withoutJob = (rows: readonly Row[]): Row[] => rows.map(({ job: _, ...row }) => row);
  await insert("User", [file.profile]);
  const quizzes = file.quizzes.map(({ answers, ...quiz }) => ({
    ...quiz,
    answers: answers.map(({ question: _, ...answer }) => answer),
  }));
  await insert("QuizSession", own(quizzes));
  await insert("Slate", own(file.lists.map(({ careers: _, ...list }) => list)));
  await insert(
    "Impression",
    own(file.lists.flatMap(({ id, careers }) => careers.map((row) => ({ slateId: id, ...row })))),
  );
  // The database makes the totals of them.
  await insert("Interaction", own(file.interactions));
  await insert("SavedCareer", own(file.savedCareers));
  await insert("CareerReaction", own(file.reactions));
  await insert("SettledEvent", own(file.settledEvents));
  await insert("ShareLink", own(file.shareLinks));
  await insert("JobProfile", own(file.jobProfile));
  await insert("JobFeed", own(file.jobFeeds));
  await insert("JobImpression", own(withoutJob(file.jobsShown)));
  await insert("JobInteraction", own(withoutJob(file.jobInteractions)));
  await insert("Swipe", own(withoutJob(file.swipes)));
  await insert("Application", own(withoutJob(file.applications)));
  await insert("ApplicationEvent", own(file.applicationEvents));
  await insert(
    "Company",
    file.companies.map((company) => ({ ownerId: userId, ...company })),
  );
  await insert("Consent", own(file.consents));
  // No token was in the file, so none of these can be used here.
  await insert(
    "RefreshToken",
    own(file.sessions).map((row) => ({ ...row, secretHash: "" })),
  );
  await insert("EndedSession", own(file.endedSessions));
  const entries = file.auditEntries.map(({ wasDoneBy, isAboutMe, ...entry }) => ({
    ...entry,
    actorId: wasDoneBy === "me" ? userId : null,
    targetId: isAboutMe ? userId : entry.targetId,
  }));
  await insert("AuditLog", entries);
}
