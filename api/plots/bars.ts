// Shares as horizontal bars, drawn as SVG: legible without colour, readable by a screen reader, the same bytes every time.
import { html } from '../pages/html.ts';

export interface Bar {
  readonly label: string;
  /** 0 to 100. */
  readonly share: number;
  /** What stands at the bar: «61,7 % · 1 582». */
  readonly shown: string;
}

const WIDTH = 720;
const LABEL_LETTERS = 44;
const ROW = 46;
const TOP = 64;
const ROOM = WIDTH - 40 - 150;

export function barsSvg(title: string, subtitle: string, bars: readonly Bar[]): string {
  const height = TOP + bars.length * ROW + 16;
  const said = bars.map(({ label, shown }) => `${label}: ${shown}`).join('; ');
  return String(html`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${title}. ${said}" font-family="DejaVu Sans, Verdana, sans-serif">
<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>
<text x="20" y="28" font-size="16" font-weight="bold" fill="#1b1f24">${shortened(title, 72)}</text>
<text x="20" y="48" font-size="12" fill="#5b6470">${subtitle}</text>
${bars.map((bar, nth) => row(bar, TOP + nth * ROW))}
</svg>
`);
}

function row({ label, share, shown }: Bar, y: number) {
  const width = Math.round((ROOM * Math.min(100, Math.max(0, share))) / 100);
  return html`<text x="20" y="${y + 12}" font-size="12" fill="#1b1f24">${shortened(label, LABEL_LETTERS * 2)}</text>
<rect x="20" y="${y + 18}" width="${ROOM}" height="14" rx="3" fill="#e8ecf0"/>
<rect x="20" y="${y + 18}" width="${width}" height="14" rx="3" fill="#0b6e74"/>
<text x="${20 + ROOM + 10}" y="${y + 30}" font-size="12" fill="#1b1f24">${shown}</text>
`;
}

const shortened = (words: string, most: number): string =>
  words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}…`;
