const BOARD_FONT = {
  fontFamily: "var(--font-heading), sans-serif",
  fontWeight: 700,
  fontSize: 21,
  letterSpacing: "-0.01em",
};

type BoardProps = { y: number; text: string; pointsLeft?: boolean; fill: string; ink: string; tilt: number };

function Board({ y, text, pointsLeft = false, fill, ink, tilt }: BoardProps) {
  const shape = pointsLeft
    ? "M26 0H196a8 8 0 0 1 8 8v30a8 8 0 0 1-8 8H26L0 23z"
    : "M8 0h170l26 23-26 23H8a8 8 0 0 1-8-8V8a8 8 0 0 1 8-8z";
  return (
    <g transform={`translate(${pointsLeft ? 150 : 186} ${y}) rotate(${tilt} 102 23)`}>
      <path d={shape} fill={fill} />
      <text x={pointsLeft ? 110 : 94} y="30" textAnchor="middle" fill={ink} style={BOARD_FONT}>
        {text}
      </text>
    </g>
  );
}

/**
 * A poster as from a park's visitor center: hills, a marked trail and a signpost to three kinds of work.
 * Decoration, hidden from assistive technology; all colors are the theme's, so that night falls in the dark scheme.
 */
export function HeroPoster() {
  return (
    <svg viewBox="0 0 520 500" width="100%" aria-hidden="true" focusable="false" style={{ display: "block" }}>
      <rect width="520" height="500" fill="var(--wm-palette-brand-sky)" />
      <circle cx="120" cy="118" r="56" fill="var(--wm-palette-brand-sun)" />
      <path d="M0 250 84 168l58 52 76-92 92 104 66-62 72 74 72-58v314H0z" fill="var(--wm-palette-brand-peaks)" />
      <path d="M218 128l92 104-44-18-34 22-22-30-46 14z" fill="var(--wm-palette-brand-sky)" opacity="0.7" />
      <path d="M0 304c70-44 132-48 196-22s120 26 182-6 104-26 142-14v238H0z" fill="var(--wm-palette-brand-hillFar)" />
      <path d="M0 352c84-34 150-26 226 0s170 22 294-38v186H0z" fill="var(--wm-palette-brand-hillMid)" />
      <path d="M0 424c92-44 178-44 262-18s176 14 258-30v124H0z" fill="var(--wm-palette-brand-hillNear)" />
      <g fill="#0A2018">
        <path d="M52 428l22-58 22 58zM88 440l18-46 18 46zM26 446l15-40 15 40z" />
        <path d="M440 418l22-60 22 60zM474 426l18-48 18 48z" />
      </g>
      <path
        d="M40 496c60-18 150-6 196-34s-40-52 18-78 92-10 116-44-30-44-4-72"
        fill="none"
        stroke="#F7F3E6"
        strokeWidth="6"
        strokeLinecap="round"
        strokeDasharray="1 17"
      />
      <rect x="262" y="112" width="16" height="346" rx="8" fill="#6B4A2B" />
      <rect x="262" y="112" width="6" height="346" rx="3" fill="#8A6238" />
      <Board y={138} text="Electrician" fill="#F28C2E" ink="#2B1604" tilt={-2} />
      <Board y={200} text="Registered nurse" pointsLeft fill="#F7F3E6" ink="#173F30" tilt={1.5} />
      <Board y={262} text="Data scientist" fill="#8CCBA6" ink="#0D2A20" tilt={1} />
    </svg>
  );
}
