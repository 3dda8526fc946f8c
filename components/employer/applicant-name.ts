import type { Applicant } from "@/lib/contracts/employer";

/** What somebody is called on the screen: people give no name here, so what they say of themselves, or their address. */
export const toName = ({ headline, email }: Pick<Applicant, "headline" | "email">): string => headline.trim() || email;
