import { type CallInput, getReply, type OperationName } from "./call-api";

type Calls = [number, CallInput][];

/** An account that lasts, and some for calls that end their tokens. */
export type Tokens = { accessToken: string; spareTokens: string[] };

export const PASSWORD = "purple anvil forty";
export const makeEmail = (): string => `${crypto.randomUUID()}@example.com`;

export async function makeTokens(): Promise<Tokens> {
  const makeToken = async () =>
    (await getReply("register", { body: { email: makeEmail(), password: PASSWORD } })).accessToken;
  return { accessToken: await makeToken(), spareTokens: await Promise.all([1, 2, 3, 4].map(makeToken)) };
}

/** The calls of the contract test that concern accounts. */
export function toAccountCalls({ accessToken, spareTokens }: Tokens, bodyFaults: Calls) {
  const withToken = (token: string | undefined, calls: Calls): Calls =>
    calls.map(([status, input]) => [status, { ...input, accessToken: token ?? "" }]);
  const [forPassword, forEmail, forSignOut] = spareTokens;
  const email = makeEmail();
  const account = { email, password: PASSWORD };
  const newPassword = { currentPassword: PASSWORD, newPassword: `${PASSWORD} new` };
  return {
    register: [
      [201, { body: account }],
      [409, { body: { email, password: `${PASSWORD} not` } }],
      [400, { body: { email, password: "password123" } }],
      [401, { body: account, accessToken: "x" }],
      [403, { body: account, headers: { "sec-fetch-site": "cross-site" } }],
      ...bodyFaults,
    ],
    login: [[401, { body: { email: makeEmail(), password: "x" } }], ...bodyFaults],
    refresh: [[401, { body: { refreshToken: "x" } }], ...bodyFaults],
    logout: [[200, { body: { refreshToken: "x" } }], ...bodyFaults],
    getMe: [[401, {}], ...withToken(accessToken, [[200, {}]])],
    updateMe: [
      [401, { body: {} }],
      ...withToken(accessToken, [[200, { body: { skills: ["Python"], seniority: "MID" } }], ...bodyFaults]),
    ],
    resetCareerLearning: [[401, {}], ...withToken(accessToken, [[200, {}]])],
    changePassword: [
      [401, { body: {} }],
      ...withToken(forPassword, [
        [403, { body: { ...newPassword, currentPassword: "x" } }],
        ...bodyFaults,
        [200, { body: newPassword }],
        [401, { body: newPassword }],
      ]),
    ],
    changeEmail: [
      [401, { body: {} }],
      ...withToken(forEmail, [
        [403, { body: { email: makeEmail(), password: "x" } }],
        ...bodyFaults,
        [200, { body: { email: makeEmail(), password: PASSWORD } }],
      ]),
    ],
    signOutEverywhere: [
      [401, {}],
      ...withToken(forSignOut, [
        [200, {}],
        [401, {}],
      ]),
    ],
    getConsent: [[200, {}]],
    setConsent: [[200, { body: { tracking: true } }], [200, { body: { tracking: false } }], ...bodyFaults],
    listSkills: [
      [200, { query: { q: "micro" } }],
      [400, { query: { limit: 0 } }],
    ],
  } satisfies Partial<Record<OperationName, Calls>>;
}
