import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import { WaymarkLogo } from "@/components/ui/waymark-logo";
import { NAV_ITEMS } from "./nav-items";
import { NavLink } from "./nav-link";
import styles from "./site.module.css";
import { SiteMenu } from "./site-menu";

export function SiteHeader() {
  const t = useTranslations("nav");
  const items = NAV_ITEMS.map(({ href, message }) => ({ href, label: t(message) }));
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        <AppLink href="/" aria-label={t("home")} className={styles.brand}>
          <WaymarkLogo />
          <span>{t("brand")}</span>
        </AppLink>
        <nav aria-label={t("main")} className={styles.nav}>
          {items.map(({ href, label }) => (
            <NavLink key={href} href={href}>
              {label}
            </NavLink>
          ))}
        </nav>
        <ThemeToggle label={t("theme")} />
        <SiteMenu label={t("menu")} navLabel={t("main")} items={items} />
      </div>
    </header>
  );
}
