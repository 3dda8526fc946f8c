import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { AdminShell } from "@/components/admin/admin-shell";
import { ExtraMessages } from "@/components/site/extra-messages";
import { isAdmin } from "@/lib/use-cases/permissions";
import { readPageActor } from "@/lib/web/page-actor";

/** The admin pages' frame and texts. Whoever is no admin gets neither: the page itself sends them away. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  if (!isAdmin(await readPageActor())) return children;
  const { admin } = await getMessages();
  return (
    <ExtraMessages messages={{ admin }}>
      <AdminShell>{children}</AdminShell>
    </ExtraMessages>
  );
}
