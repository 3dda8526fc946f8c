import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import { useTranslations } from "next-intl";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import { WaymarkLogo } from "@/components/ui/waymark-logo";
import { NAV_ITEMS } from "./nav-items";
import { NavLink } from "./nav-link";
import { SiteMenu } from "./site-menu";

export function SiteHeader() {
  const t = useTranslations("nav");
  const items = NAV_ITEMS.map(({ href, message }) => ({ href, label: t(message) }));
  return (
    <Box
      component="header"
      sx={{
        position: "sticky",
        top: 0,
        zIndex: "appBar",
        bgcolor: "background.default",
        borderBottom: 1,
        borderColor: "divider",
      }}
    >
      <Box
        sx={{
          maxWidth: 1160,
          mx: "auto",
          px: { xs: 1.5, sm: 4 },
          height: 64,
          display: "flex",
          alignItems: "center",
          gap: 0.5,
        }}
      >
        <Link
          href="/"
          aria-label={t("home")}
          underline="none"
          color="inherit"
          sx={{ display: "inline-flex", alignItems: "center", gap: 1.25, minHeight: 44, pr: 1, mr: "auto" }}
        >
          <WaymarkLogo />
          <Box
            component="span"
            sx={{ fontFamily: "var(--font-heading)", fontWeight: 750, fontSize: "1.375rem", letterSpacing: "-0.03em" }}
          >
            {t("brand")}
          </Box>
        </Link>
        <Box component="nav" aria-label={t("main")} sx={{ display: { xs: "none", md: "flex" }, gap: 0.5, mr: 1 }}>
          {items.map(({ href, label }) => (
            <NavLink key={href} href={href}>
              {label}
            </NavLink>
          ))}
        </Box>
        <ThemeToggle label={t("theme")} />
        <SiteMenu label={t("menu")} navLabel={t("main")} items={items} />
      </Box>
    </Box>
  );
}
