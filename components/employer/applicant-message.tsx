"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { MessageForm } from "@/components/applications/message-form";
import { classNames } from "@/components/ui/class-names";
import { Sheet } from "@/components/ui/sheet";
import text from "@/components/ui/type.module.css";
import type { ApplicantDetailReply } from "@/lib/contracts/employer";
import { applicantOptions, messageApplicant } from "./queries";

type ApplicantMessageProps = { applicant: ApplicantDetailReply; lengthMax: number };

/** Writes to an applicant. Whoever withdrew is left in peace. */
export function ApplicantMessage({ applicant, lengthMax }: ApplicantMessageProps) {
  const t = useTranslations("employer.applicant");
  const tForm = useTranslations("employer.form");
  const client = useQueryClient();
  const { applicationId, withdrawnAt } = applicant;
  if (withdrawnAt !== null) return <p className={classNames(text.body, text.muted)}>{t("cannotWrite")}</p>;
  const send = async (message: string) => {
    client.setQueryData(applicantOptions(applicationId).queryKey, await messageApplicant(applicationId, message));
  };
  const words = {
    ...{ message: t("message"), missing: t("messageMissing"), send: t("send"), sending: t("sending"), sent: t("sent") },
    ...{ leaveTitle: tForm("leaveTitle"), leaveText: tForm("leaveText"), leave: tForm("leave") },
  };
  return (
    <Sheet id="write" title={t("write")}>
      <MessageForm id="applicant" lengthMax={lengthMax} send={send} words={words} />
    </Sheet>
  );
}
