"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { Sheet } from "@/components/ui/sheet";
import text from "@/components/ui/type.module.css";
import type { ApplicationDetailReply } from "@/lib/contracts/applications";
import { MessageForm } from "./message-form";
import { applicationOptions, sendMessage } from "./queries";

type ApplicationMessageProps = { application: ApplicationDetailReply; lengthMax: number };

/** Writes to the employer, where there is one to read and answer it. */
export function ApplicationMessage({ application, lengthMax }: ApplicationMessageProps) {
  const t = useTranslations("applications.detail");
  const client = useQueryClient();
  const { id, hasEmployer, isHeld, withdrawnAt } = application;
  if (!hasEmployer) return null;
  const obstacle = withdrawnAt !== null ? "writeWithdrawn" : isHeld ? "writeHeld" : null;
  const send = async (message: string) => {
    client.setQueryData(applicationOptions(id).queryKey, await sendMessage(id, message));
  };
  const words = {
    ...{ message: t("message"), missing: t("messageMissing"), send: t("send"), sending: t("sending"), sent: t("sent") },
    ...{ leaveTitle: t("leaveTitle"), leaveText: t("leaveText"), leave: t("leave") },
  };
  return (
    <Sheet id="write" title={t("write")}>
      {obstacle === null ? (
        <MessageForm id="application" lengthMax={lengthMax} send={send} words={words} />
      ) : (
        <p className={classNames(text.body, text.muted)}>{t(obstacle)}</p>
      )}
    </Sheet>
  );
}
