import type { Deps } from "@/lib/use-cases/deps";

type PersonOptions = { role?: "guest" | "member" | "admin"; passwordHash?: string | null };

export const PERSON_CAREERS = ["15-1252.00", "29-1141.00", "47-2111.00"] as const;

/** Somebody of whom there is at least one row in every table, with no column left at its default. They were here today already. */
export async function makeWholePerson(deps: Pick<Deps, "db">, options: PersonOptions = {}) {
  const { role = "member", passwordHash = null } = options;
  const { db } = deps;
  const userId = crypto.randomUUID();
  const email = role === "guest" ? null : `${userId.slice(0, 8)}@example.com`;
  const at = (minute: number): Date => new Date(Date.UTC(2026, 9, 3, 8, minute, 7, 123));
  await db.user.create({
    data: {
      ...{ id: userId, role, email, passwordHash, headline: 'Gärtner 🙂 "and" <b>more</b>', sessionEpoch: 3 },
      ...{ skills: ["Python", "Välkommen"], preferredLocations: ["Athens"], seniority: "MID", usesHistory: false },
      ...{ trackingConsent: true, createdAt: at(0), lastSeenAt: new Date() },
    },
  });
  const session = { userId, id: crypto.randomUUID(), quizVersion: "1", createdAt: at(1) };
  const answers = [
    { questionId: "analytical", value: 7 },
    { questionId: "values", value: ["support"] },
    { questionId: "loves", value: "Line\nbreaks and \u2028 separators" },
  ];
  await db.quizSession.create({ data: { ...session, answers } });
  const slateIds = await makeSlates(deps, userId, session.id, at);
  const impression = await db.impression.findFirstOrThrow({ where: { userId } });
  const interaction = { userId, recommendationId: impression.id, sessionId: session.id, careerCode: PERSON_CAREERS[0] };
  const interactions = Array.from({ length: 2300 }, (_, i) => ({
    ...interaction,
    ...{ id: crypto.randomUUID(), kind: "view" as const, value: i / 7, label: 0.1 + i / 100_000 },
    // Many at the same moment: a page may end between them.
    ...{ context: { surface: "results", nested: { n: i } }, occurredAt: at(i % 3), createdAt: at(5) },
  }));
  await db.interaction.createMany({ data: interactions });
  await makeChoices(deps, userId, slateIds[0] ?? "", at);
  await makeJobRows(deps, userId, userId);
  const token = { userId, familyId: crypto.randomUUID(), secretHash: `secret-hash-${userId}`, epoch: 2 };
  const times = { createdAt: at(20), expiresAt: at(30), usedAt: at(21), revokedAt: at(22) };
  await db.refreshToken.create({ data: { ...token, id: crypto.randomUUID(), ...times } });
  await db.endedSession.create({ data: { userId, id: crypto.randomUUID(), expiresAt: at(31) } });
  await makeAuditEntries(deps, userId, email, at);
  return { userId, email, sessionId: session.id };
}

type At = (minute: number) => Date;

async function makeSlates({ db }: Pick<Deps, "db">, userId: string, sessionId: string, at: At): Promise<string[]> {
  const slates = Array.from({ length: 120 }, (_, i) => ({
    ...{
      userId,
      id: crypto.randomUUID(),
      sessionId: i % 2 === 0 ? sessionId : null,
      surface: "results",
      mode: "hybrid",
    },
    ...{ options: { alpha: 0.7, weights: { ai: 0.25 }, diversity: true, topN: 2 }, embeddingModel: "waymark-embed-1" },
    ...{ diversityScore: 0.123_456_789, featureVersion: "careers-1", createdAt: at(i % 4) },
  }));
  await db.slate.createMany({ data: slates });
  await db.impression.createMany({
    data: slates.flatMap((slate) =>
      PERSON_CAREERS.map((careerCode, i) => ({
        ...{ userId, id: crypto.randomUUID(), slateId: slate.id, position: i + 1, careerCode, score: 71.25 - i / 3 },
        ...{ parts: { ability: 21.5, embedding: 50 }, embeddingSimilarity: 0.5, abilitySimilarity: -0.25 },
        ...{ explanation: { for: ["It fits"], against: [], change: ["None"] }, policy: "base", propensity: 1 },
        modelVersion: "m1",
      })),
    ),
  });
  await db.$executeRaw`UPDATE "Impression" SET "features" = '{0.5,NULL,1e-7}' WHERE "userId" = ${userId}::uuid`;
  return slates.map(({ id }) => id);
}

async function makeChoices({ db }: Pick<Deps, "db">, userId: string, slateId: string, at: At): Promise<void> {
  const saves = PERSON_CAREERS.map((careerCode) => ({
    userId,
    careerCode,
    list: "Later",
    note: "A note",
    createdAt: at(9),
  }));
  // A career that the catalogue no longer has.
  await db.savedCareer.createMany({ data: [...saves, { userId, careerCode: "99-9999.00" }] });
  const reactions = (["dismiss", "rate"] as const).map((kind) => ({ kind, value: 2.5, createdAt: at(10) }));
  await db.careerReaction.createMany({
    data: reactions.map((reaction) => ({ userId, careerCode: PERSON_CAREERS[1], ...reaction })),
  });
  await db.settledEvent.createMany({ data: [1, 2, 3].map(() => ({ userId, id: crypto.randomUUID() })) });
  const consents = [false, true].map((isGranted, i) => ({ isGranted, policyVersion: "2026-11-21", createdAt: at(i) }));
  await db.consent.createMany({ data: consents.map((consent) => ({ userId, id: crypto.randomUUID(), ...consent })) });
  await db.shareLink.create({
    data: { userId, id: crypto.randomUUID(), slateId, createdAt: at(11), revokedAt: at(12) },
  });
}

/** A company with one job, which they were shown, swiped and applied for. */
export async function makeJobRows({ db }: Pick<Deps, "db">, userId: string, ownerId: string | null): Promise<void> {
  const at: At = (minute) => new Date(Date.UTC(2026, 9, 4, 8, minute, 7, 123));
  const company = {
    id: crypto.randomUUID(),
    ownerId,
    name: "Kitewerk",
    about: "Kites",
    website: "https://k.example",
  };
  await db.company.create({ data: { ...company, location: "Athens", createdAt: at(1), updatedAt: at(2) } });
  const jobId = crypto.randomUUID();
  await db.job.create({
    data: { id: jobId, companyId: company.id, source: "employer", title: "Kite maker", postedAt: at(1) },
  });
  const profile = { userId, preferences: { salaryMin: 40_000 }, deniedSkills: ["Cobol"], embeddingModel: "m1" };
  const learned = { baseHash: "h", likedCount: 6, learnsSinceAt: at(3), updatedAt: at(4) };
  await db.jobProfile.create({ data: { ...profile, ...learned } });
  const parts = { embedding: 30.5, skills: 10, seniority: 5, recency: 2.25, location: 5 };
  const feedId = crypto.randomUUID();
  await db.jobFeed.create({
    data: {
      ...{ userId, id: feedId, filters: { remote: true }, mode: "profile", jobIds: [jobId] },
      ...{ scores: [52.75, 30.5, 10, 5, 2.25, 5, 0.5, 0], shownIds: [jobId], modelVersion: "jobs-1", createdAt: at(5) },
    },
  });
  const shown = { userId, feedId, jobId, position: 1, score: 52.75, parts, similarity: 0.5, policy: "job-base" };
  const impressionId = crypto.randomUUID();
  await db.jobImpression.create({
    data: {
      ...shown,
      id: impressionId,
      modelVersion: "job-1",
      featureVersion: "jobs-1",
      propensity: 1,
      createdAt: at(6),
    },
  });
  await db.$executeRaw`UPDATE "JobImpression" SET "features" = '{0.5,NULL,1e-7}' WHERE "userId" = ${userId}::uuid`;
  await db.jobInteraction.create({
    data: {
      ...{ userId, id: crypto.randomUUID(), jobId, impressionId, action: "view", seconds: 4.5, scoreAtView: 52.75 },
      ...{ occurredAt: at(7), createdAt: at(8) },
    },
  });
  await db.swipe.create({
    data: {
      ...{ userId, jobId, direction: "RIGHT", reasons: ["pay"], score: 52.75, createdAt: at(9) },
      ruledOut: { salaryMin: { before: null, after: 72_000 }, hiddenLocations: ["Athens"] },
    },
  });
  const application = { userId, id: crypto.randomUUID(), jobId, status: "HR_MEETING", note: "Call them" } as const;
  const times = { withdrawnAt: at(12), createdAt: at(9), updatedAt: at(12) };
  await db.application.create({ data: { ...application, scoreAtApply: 52.75, partsAtApply: parts, ...times } });
  await db.applicationEvent.create({
    data: {
      ...{ userId, id: crypto.randomUUID(), applicationId: application.id, kind: "status", actor: "employer" },
      ...{ fromStatus: "SUBMITTED", toStatus: "HR_MEETING", message: "Hello", createdAt: at(10) },
    },
  });
}

async function makeAuditEntries({ db }: Pick<Deps, "db">, userId: string, email: string | null, at: At): Promise<void> {
  const other = await db.user.create({ data: { id: crypto.randomUUID(), role: "admin" } });
  const about = { targetType: "person", createdAt: at(40) };
  await db.auditLog.createMany({
    data: [
      {
        id: crypto.randomUUID(),
        actorId: other.id,
        action: "person.role",
        targetId: userId,
        details: { to: "member" },
        ...about,
      },
      {
        id: crypto.randomUUID(),
        actorId: userId,
        action: "person.lock",
        targetId: other.id,
        details: { email, by: userId },
        ...about,
      },
      {
        id: crypto.randomUUID(),
        actorId: userId,
        action: "career.update",
        targetType: "career",
        targetId: "15-1252.00",
        details: { title: "x" },
      },
      {
        id: crypto.randomUUID(),
        actorId: other.id,
        action: "person.export",
        targetType: "export",
        details: { of: `<${email ?? userId}>` },
      },
      {
        id: crypto.randomUUID(),
        actorId: other.id,
        action: "career.update",
        targetType: "career",
        targetId: "15-1252.00",
        details: { title: "y" },
      },
    ],
  });
}
