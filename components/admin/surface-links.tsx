import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import type { RankerSurface } from "@/lib/contracts/rankers";
import table from "./table.module.css";

type SurfaceLinksProps = { surfaces: readonly RankerSurface[]; current: RankerSurface };

/** Goes from the rankers of one surface to those of another. */
export function SurfaceLinks({ surfaces, current }: SurfaceLinksProps) {
  const t = useTranslations("admin.models");
  return (
    <nav aria-label={t("surfaces")} className={table.actions} style={{ marginBottom: 16 }}>
      {surfaces.map((surface) => (
        <Button
          key={surface}
          href={`/admin/models?surface=${surface}`}
          variant={surface === current ? "contained" : "outlined"}
          aria-current={surface === current ? "page" : undefined}
        >
          {t(`surface.${surface}`)}
        </Button>
      ))}
    </nav>
  );
}
