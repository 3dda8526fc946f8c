import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

const external = (href: string) => (chunks: ReactNode) => (
  <Link href={href} color="inherit" rel="noreferrer">
    {chunks}
  </Link>
);

/** Credits the sources in the words their licences ask for. */
export function SiteFooter() {
  const t = useTranslations("footer");
  const links = [
    { href: "/careers", label: t("careers") },
    { href: "/docs", label: t("docs") },
    { href: "/api/v1/openapi.json", label: t("openapi") },
  ];
  return (
    <Box component="footer" sx={{ mt: "auto", borderTop: 1, borderColor: "divider", bgcolor: "brand.sunken" }}>
      <Box
        sx={{
          maxWidth: 1160,
          mx: "auto",
          px: { xs: 2.5, sm: 4 },
          py: 4,
          display: "grid",
          gap: 3,
          gridTemplateColumns: { xs: "1fr", md: "1fr auto" },
        }}
      >
        <Box component="section" aria-label={t("label")} sx={{ color: "text.secondary", maxWidth: "76ch" }}>
          <Typography variant="caption" component="p">
            {t.rich("onet", {
              link: external("https://www.onetcenter.org/database.html"),
              license: external("https://creativecommons.org/licenses/by/4.0/"),
            })}
          </Typography>
          <Typography variant="caption" component="p" sx={{ mt: 1 }}>
            {t.rich("bls", { link: external("https://www.bls.gov/") })}
          </Typography>
        </Box>
        <Box component="nav" aria-label={t("links")} sx={{ display: "flex", flexDirection: "column" }}>
          {links.map(({ href, label }) => (
            <Link key={href} href={href} color="inherit" variant="body2" sx={{ py: 0.75 }}>
              {label}
            </Link>
          ))}
        </Box>
      </Box>
    </Box>
  );
}
