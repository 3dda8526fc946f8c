import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import { WaymarkLogo } from "@/components/ui/waymark-logo";
import { AccountMenu } from "./account-menu";
import { ACCOUNT_ITEMS, ADMIN_ITEM, EMPLOYER_ITEM, GUEST_ITEMS, NAV_ITEMS } from "./nav-items";
import { NavLink } from "./nav-link";
import { SignInLink } from "./sign-in-link";
import styles from "./site.module.css";
import { SiteMenu } from "./site-menu";

type SiteHeaderProps = {
  /** Who is signed in; null for everybody else. */
  account: { isAdmin: boolean; isEmployer: boolean } | null;
};

/** Rendered on the server with the account's state in it, so that nothing changes once scripts run. */
export function SiteHeader({ account }: SiteHeaderProps) {
  const t = useTranslations("nav");
  const tAccount = useTranslations("account.header");
  const main = account === null ? [...NAV_ITEMS, ...GUEST_ITEMS] : NAV_ITEMS;
  const items = main.map(({ href, message }) => ({ href, label: t(message) }));
  const own = [
    ...ACCOUNT_ITEMS,
    ...(account?.isEmployer ? [EMPLOYER_ITEM] : []),
    ...(account?.isAdmin ? [ADMIN_ITEM] : []),
  ];
  const accountItems = own.map(({ href, message }) => ({ href, label: tAccount(message) }));
  const signOut = {
    label: tAccount("signOut"),
    pendingLabel: tAccount("signingOut"),
    failedText: tAccount("signOutFailed"),
  };
  const menu = { label: tAccount("account"), items: accountItems, signOut };
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
        <div className={styles.accountSlot}>
          {account === null ? <SignInLink label={tAccount("signIn")} /> : <AccountMenu {...menu} />}
        </div>
        <SiteMenu
          label={t("menu")}
          navLabel={t("main")}
          items={items}
          account={account === null ? null : menu}
          signInLabel={tAccount("signIn")}
        />
      </div>
    </header>
  );
}
