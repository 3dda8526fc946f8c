import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { EmployerShell } from "@/components/employer/employer-shell";
import { ExtraMessages } from "@/components/site/extra-messages";

/** The employers' own texts, which the browser is spared on every other page, and the place for short messages. */
export default async function EmployerLayout({ children }: { children: ReactNode }) {
  const { employer, account, jobs } = await getMessages();
  return (
    <ExtraMessages messages={{ employer, account, jobs: { facts: jobs.facts } }}>
      <EmployerShell>{children}</EmployerShell>
    </ExtraMessages>
  );
}
