"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { type RawReply, sendRequest } from "@/lib/web/client/send-request";
import { EXAMPLE_SESSION_ID } from "./examples";
import { useSessionMemory } from "./session-memory";

export type TryItParameter = { name: string; in: "path" | "query"; isRequired: boolean; example: string; hint: string };

type TryItProps = {
  method: string;
  path: string;
  parameters: readonly TryItParameter[];
  /** The example body as text; null when the endpoint takes none. */
  body: string | null;
};

function toUrl(path: string, parameters: readonly TryItParameter[], values: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams();
  let url = path;
  for (const { name, in: place } of parameters) {
    const value = values[name] ?? "";
    if (place === "path") url = url.replace(`{${name}}`, encodeURIComponent(value));
    else if (value !== "") query.set(name, value);
  }
  return query.size === 0 ? url : `${url}?${query}`;
}

const findSessionId = (text: string): string | null => /"sessionId": "([0-9a-f-]{36})"/.exec(text)?.[1] ?? null;

/** A form that really calls the endpoint. */
export function TryIt({ method, path, parameters, body }: TryItProps) {
  const t = useTranslations("docs");
  const { sessionId, remember } = useSessionMemory();
  const [edits, setEdits] = useState<Readonly<Record<string, string>>>({});
  const [bodyEdit, setBodyEdit] = useState<string | null>(null);
  const [reply, setReply] = useState<RawReply | null>(null);
  const [isSending, setIsSending] = useState(false);
  const withSession = (text: string) => text.replaceAll(EXAMPLE_SESSION_ID, sessionId);
  const values = Object.fromEntries(
    parameters.map(({ name, example }) => [name, edits[name] ?? withSession(example)] as const),
  );
  const bodyText = body === null ? undefined : (bodyEdit ?? withSession(body));

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setIsSending(true);
    const received = await sendRequest(method, toUrl(path, parameters, values), bodyText);
    setIsSending(false);
    setReply(received);
    const made = received.status === 200 ? findSessionId(received.text) : null;
    if (made !== null) remember(made);
  };

  return (
    <Box component="form" onSubmit={send} sx={{ display: "grid", gap: 2, pt: 1 }}>
      {parameters.map(({ name, isRequired, hint }) => (
        <TextField
          key={name}
          size="small"
          label={name}
          required={isRequired}
          value={values[name] ?? ""}
          helperText={hint}
          onChange={(event) => setEdits({ ...edits, [name]: event.target.value })}
        />
      ))}
      {bodyText === undefined ? null : (
        <TextField
          label={t("body")}
          value={bodyText}
          onChange={(event) => setBodyEdit(event.target.value)}
          multiline
          minRows={4}
          maxRows={16}
          spellCheck={false}
          slotProps={{ htmlInput: { style: { fontFamily: "monospace", fontSize: "0.875rem" } } }}
        />
      )}
      <Box>
        <Button type="submit" variant="contained" loading={isSending}>
          {t("send", { method })}
        </Button>
      </Box>
      <Box role="status">{reply === null ? null : <Reply reply={reply} label={t("reply", { path })} />}</Box>
    </Box>
  );
}

function Reply({ reply, label }: { reply: RawReply; label: string }) {
  const t = useTranslations("docs");
  const { status, durationMs, text } = reply;
  return (
    <>
      <Typography variant="subtitle2" component="p" sx={{ mb: 1 }}>
        {status === null ? t("unreachable") : t("replied", { status, ms: Math.round(durationMs) })}
      </Typography>
      <Box
        component="pre"
        // A box that scrolls has to be reachable with the keyboard.
        tabIndex={0}
        role="region"
        aria-label={label}
        sx={{
          m: 0,
          p: 2,
          maxHeight: 420,
          overflow: "auto",
          borderRadius: 3,
          bgcolor: "brand.sunken",
          border: 1,
          borderColor: "divider",
          fontSize: "0.8125rem",
          lineHeight: 1.5,
        }}
      >
        {text}
      </Box>
    </>
  );
}
