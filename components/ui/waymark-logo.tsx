type WaymarkLogoProps = {
  /** Side length in px. */
  size?: number;
};

/**
 * A signpost's two boards on one post: the upper points on, the lower points back to the trail.
 * Drawn with theme variables, so it belongs to both schemes; decorative, because the word stands beside it.
 */
export function WaymarkLogo({ size = 34 }: WaymarkLogoProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <rect width="40" height="40" rx="11" fill="var(--wm-palette-brand-band)" />
      <path d="M19 7.5a1.75 1.75 0 0 1 3.5 0V33h-3.5z" fill="#F7F3E6" />
      <path
        d="M10 10.5h16.2a2 2 0 0 1 1.5.7l3.6 4.1-3.6 4.1a2 2 0 0 1-1.5.7H10a1.5 1.5 0 0 1-1.5-1.5V12a1.5 1.5 0 0 1 1.5-1.5z"
        fill="#F28C2E"
      />
      <path
        d="M29 22.4H16.6a2 2 0 0 0-1.5.7L12 26.5l3.1 3.5a2 2 0 0 0 1.5.7H29a1.5 1.5 0 0 0 1.5-1.5v-5.3a1.5 1.5 0 0 0-1.5-1.5z"
        fill="#8CCBA6"
      />
    </svg>
  );
}
