"use client";

import { useTranslations } from "next-intl";
import { NoteField } from "@/components/saved/note-field";
import { useNote } from "@/components/saved/use-note";
import { Sheet } from "@/components/ui/sheet";
import type { ApplicationDetailReply } from "@/lib/contracts/applications";
import { sendApplicationNote } from "./queries";

/** The applicant's own words on an application, saved as they are written. */
export function ApplicationNote({ application }: { application: ApplicationDetailReply }) {
  const t = useTranslations("applications.detail");
  const { id } = application;
  const note = useNote({
    key: id,
    note: application.note,
    send: (sent, isLeaving) => sendApplicationNote(id, sent, isLeaving),
  });
  return (
    <Sheet id="note" title={t("noteTitle")} intro={t("noteIntro")}>
      <NoteField note={note} placeholder={t("notePlaceholder")} />
    </Sheet>
  );
}
