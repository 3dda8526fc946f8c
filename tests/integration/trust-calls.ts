import { PASSWORD, type Tokens } from "./account-calls";
import type { CallInput, OperationName } from "./call-api";

type Calls = [number, CallInput][];

/** The calls of the contract test that concern somebody's hold over their data. */
export function toTrustCalls({ cookie, accessToken, spareTokens }: { cookie: string } & Tokens, bodyFaults: Calls) {
  const goodbye: CallInput = { accessToken: spareTokens.at(-1) ?? "", body: { password: PASSWORD } };
  return {
    exportMe: [
      [200, { cookie }],
      [200, { accessToken }],
      [401, {}],
    ],
    deleteMe: [
      [401, { body: {} }],
      [400, { accessToken, body: {} }],
      [403, { accessToken, body: { password: "x" } }],
      ...bodyFaults.map(([status, input]): [number, CallInput] => [status, { ...input, cookie }]),
      [200, goodbye],
      [401, goodbye],
    ],
  } satisfies Partial<Record<OperationName, Calls>>;
}
