import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CareerDetailReply } from "@/lib/contracts/careers";
import { PageSection } from "./page-section";

/** What the work feels like: for whom, an ordinary day, and what is hard about it. */
export function CareerLike({ career }: { career: Pick<CareerDetailReply, "fits" | "day" | "tough"> }) {
  const t = useTranslations();
  return (
    <PageSection title={t("career.like")} isWide>
      <Box sx={{ display: "grid", gap: 3, gridTemplateColumns: { xs: "1fr", md: "repeat(3, minmax(0, 1fr))" } }}>
        <Part title={t("facts.fits")}>
          <Typography>{t("facts.fitsText", { text: career.fits })}</Typography>
        </Part>
        <Part title={t("facts.day")}>
          <Box component="ol" sx={{ m: 0, pl: 2.5, "& li": { py: 0.25 } }}>
            {career.day.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </Box>
        </Part>
        <Part title={t("facts.tough")}>
          <Typography>{t("facts.fitsText", { text: career.tough })}</Typography>
        </Part>
      </Box>
    </PageSection>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <Typography component="h3" variant="h5" sx={{ mb: 0.75 }}>
        {title}
      </Typography>
      {children}
    </div>
  );
}
