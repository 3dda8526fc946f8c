import { describe, expect, test } from "vitest";
import { makeLogger } from "@/lib/adapters/logger";
import { type RequestContext, requestContexts } from "@/lib/adapters/request-context";

const SECRETS = [
  "ada@example.org",
  "correct horse battery",
  "eyJhbGciOiJIUzI1NiJ9aaaa.eyJzdWIiOiIxMjM0In0aaaa.c2lnbmF0dXJl",
];

function capture(write: (logger: ReturnType<typeof makeLogger>) => void): {
  text: string;
  line: Record<string, unknown>;
} {
  const lines: string[] = [];
  write(makeLogger("trace", { write: (line) => void lines.push(line) }));
  return { text: lines.join(""), line: JSON.parse(lines[0] ?? "{}") };
}

describe("a log line", () => {
  test("says which request it belongs to", () => {
    const context: RequestContext = { requestId: "r-1", address: "203.0.113.9", isLocal: false };
    const { line, text } = requestContexts.run(context, () => capture((logger) => logger.info("hello")));
    expect(line).toMatchObject({ requestId: "r-1", msg: "hello", level: 30 });
    expect(text).not.toContain("203.0.113.9");
    expect(capture((logger) => logger.info("hello")).line).not.toHaveProperty("requestId");
  });

  test("drops what is personal or secret under its usual names, wherever it is", () => {
    const [email, password, token] = SECRETS;
    const { text } = capture((logger) =>
      logger.info({ email, body: { password, user: { email } }, headers: { authorization: token, cookie: token } }),
    );
    for (const secret of SECRETS) expect(text).not.toContain(secret);
  });

  test("keeps of an error what finds the fault, without the values that it quotes", () => {
    const cause = Object.assign(new Error('duplicate key value violates unique constraint "User_email_key"'), {
      code: "23505",
      detail: "Key (email)=(ada@example.org) already exists.",
    });
    const error = new Error(
      `Invalid \`db.user.create()\` invocation:\n{ data: { email: "ada@example.org" } }\n\nIt failed.`,
      {
        cause,
      },
    );
    const { line, text } = capture((logger) => logger.error({ err: error }, "request failed"));
    expect(line.err).toMatchObject({ type: "Error", message: "It failed.", cause: { code: "23505" } });
    expect((line.err as { stack: string }).stack).toMatch(/^ +at .*logger\.test\.ts/);
    expect(text).not.toContain("ada@");
  });

  test("cleans messages that quote values themselves", () => {
    const messages = ["Key (email)=(ada@example.org) exists", `no user ${SECRETS[0]}`, `bad token ${SECRETS[2]}`];
    for (const message of messages) {
      const { text } = capture((logger) => logger.error({ err: new Error(message) }));
      for (const secret of SECRETS) expect(text).not.toContain(secret);
    }
  });

  test("takes anything that was thrown, also in a circle of causes", () => {
    const circle = new Error("round");
    circle.cause = circle;
    expect(capture((logger) => logger.error({ err: circle })).line.err).toMatchObject({ message: "round" });
    expect(capture((logger) => logger.error({ err: "text" })).line.err).toEqual({ type: "string", message: "text" });
  });
});
