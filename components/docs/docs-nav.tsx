import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";
import { MethodBadge } from "./method-badge";
import type { EndpointGroup } from "./openapi-document";

/** Jumps to an endpoint; beside the page where there is room. */
export function DocsNav({ groups }: { groups: readonly EndpointGroup[] }) {
  const t = useTranslations("docs");
  return (
    <Box
      component="nav"
      aria-label={t("contents")}
      sx={{
        position: { md: "sticky" },
        top: 88,
        maxHeight: { md: "calc(100dvh - 104px)" },
        overflowY: { md: "auto" },
        p: 0.5,
      }}
    >
      {groups.map(({ name, endpoints }) => (
        <Box key={name} sx={{ mb: 2 }}>
          <Typography variant="subtitle2" component="p" sx={{ mb: 0.5 }}>
            {name}
          </Typography>
          <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
            {endpoints.map(({ operationId, method, path }) => (
              <li key={operationId}>
                <Link
                  href={`#${operationId}`}
                  underline="hover"
                  color="inherit"
                  sx={{ display: "flex", gap: 1, alignItems: "center", minHeight: 40, fontSize: "0.875rem" }}
                >
                  <MethodBadge method={method} />
                  <Box component="span" sx={{ overflowWrap: "anywhere" }}>
                    {path.replace("/api/v1/", "")}
                  </Box>
                </Link>
              </li>
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
