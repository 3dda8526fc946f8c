import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { ApplicationsShell } from "@/components/applications/applications-shell";
import { ExtraMessages } from "@/components/site/extra-messages";

/** These pages' own texts, which the browser is spared on every other page: with those of notes and of forms. */
export default async function ApplicationsLayout({ children }: { children: ReactNode }) {
  const { applications, saved, account } = await getMessages();
  return (
    <ExtraMessages messages={{ applications, saved, account: { form: account.form } }}>
      <ApplicationsShell>{children}</ApplicationsShell>
    </ExtraMessages>
  );
}
