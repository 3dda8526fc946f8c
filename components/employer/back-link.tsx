import { useTranslations } from "next-intl";
import { BackLink as Link } from "@/components/ui/back-link";

export function BackLink({ href, message }: { href: string; message: "back" | "backToJob" }) {
  const t = useTranslations("employer.nav");
  return <Link href={href}>{t(message)}</Link>;
}
