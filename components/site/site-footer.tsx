import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PrivacyChoices } from "@/components/tracking/privacy-choices";
import { AppLink } from "@/components/ui/app-link";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import styles from "./site.module.css";

const external = (href: string) => (chunks: ReactNode) => (
  <a href={href} rel="noreferrer">
    {chunks}
  </a>
);

/** Credits the sources in the words their licences ask for. */
export function SiteFooter() {
  const t = useTranslations("footer");
  const links = [
    { href: "/careers", label: t("careers") },
    { href: "/compare", label: t("compare") },
    { href: "/saved", label: t("saved") },
    { href: "/activity", label: t("activity") },
    { href: "/employer", label: t("employer") },
    { href: "/how-ranking-works", label: t("ranking") },
    { href: "/privacy", label: t("privacy") },
    { href: "/docs", label: t("docs") },
    { href: "/api/v1/openapi.json", label: t("openapi") },
  ];
  return (
    <footer className={styles.footer}>
      <div className={styles.footerInner}>
        <section aria-label={t("label")} className={classNames(text.muted, styles.credits)}>
          <p className={text.caption}>
            {t.rich("onet", {
              link: external("https://www.onetcenter.org/database.html"),
              license: external("https://creativecommons.org/licenses/by/4.0/"),
            })}
          </p>
          <p className={text.caption}>{t.rich("bls", { link: external("https://www.bls.gov/") })}</p>
        </section>
        <nav aria-label={t("links")} className={classNames(text.small, styles.footerLinks)}>
          {links.map(({ href, label }) => (
            <AppLink key={href} href={href}>
              {label}
            </AppLink>
          ))}
          <PrivacyChoices label={t("privacyChoices")} />
        </nav>
      </div>
    </footer>
  );
}
