import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { ExtraMessages } from "@/components/site/extra-messages";

/** The account pages' own texts, which the browser is spared on every other page. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const { account } = await getMessages();
  return <ExtraMessages messages={{ account }}>{children}</ExtraMessages>;
}
