type TrailArtProps = { kind: "signpost" | "fallen" | "fog" };

const GROUND = "M8 92c20-9 38-6 56-3s40 6 88-4";

/** A small drawing for empty and error states; decoration, so hidden from assistive technology. */
export function TrailArt({ kind }: TrailArtProps) {
  return (
    <svg width="160" height="112" viewBox="0 0 160 112" fill="none" aria-hidden="true" focusable="false">
      <path
        d="M6 70c26-22 40-30 58-14s34 10 52-8 28-14 38-6"
        stroke="var(--wm-palette-brand-contour)"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
      <path
        d="M2 84c30-16 48-20 66-8s40 8 58-4 24-8 32-4"
        stroke="var(--wm-palette-brand-contour)"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
      <g transform={kind === "fallen" ? "rotate(24 80 92)" : undefined}>
        <rect x="77" y="18" width="6" height="74" rx="3" fill="var(--wm-palette-brand-outline)" />
        <path d="M58 26h40l11 9-11 9H58a4 4 0 0 1-4-4V30a4 4 0 0 1 4-4z" fill="var(--wm-palette-blaze-main)" />
        <path d="M102 50H70l-10 8 10 8h32a4 4 0 0 0 4-4v-8a4 4 0 0 0-4-4z" fill="var(--wm-palette-primary-main)" />
      </g>
      <path d={GROUND} stroke="var(--wm-palette-primary-main)" strokeWidth="3" strokeLinecap="round" />
      <path
        d="M20 104c14-6 22 2 36-2s20-8 34-4 30 4 48-2"
        stroke="var(--wm-palette-blaze-main)"
        strokeWidth="3"
        strokeLinecap="round"
        strokeDasharray="2 9"
      />
      {kind === "fog" ? (
        <g stroke="var(--wm-palette-background-default)" strokeWidth="9" strokeLinecap="round" opacity="0.85">
          <path d="M24 40h78M48 58h92M14 76h96" />
        </g>
      ) : null}
    </svg>
  );
}
