import type { MetadataRoute } from "next";
import { LIGHT_PALETTE } from "@/components/ui/palette";
import { MESSAGES_EN } from "@/lib/messages/messages";

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: MESSAGES_EN.nav.brand,
    short_name: MESSAGES_EN.nav.brand,
    description: MESSAGES_EN.meta.description,
    start_url: "/",
    display: "standalone",
    background_color: LIGHT_PALETTE.background.default,
    theme_color: LIGHT_PALETTE.background.default,
    icons: [{ src: "/icon.svg", sizes: "any", type: "image/svg+xml" }],
  };
}
