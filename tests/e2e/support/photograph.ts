// A picture that a student might send: drawn, not taken, so that nobody is on it.
import type { Browser } from 'playwright-core';

const WIDTH = 640;
const HEIGHT = 420;

const scene = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 640 420">
<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop stop-color="#9cc9d6"/><stop offset="1" stop-color="#fbe3bd"/></linearGradient></defs>
<rect width="640" height="420" fill="#eadfce"/><rect y="300" width="640" height="120" fill="#b98a5e"/>
<rect x="70" y="40" width="230" height="200" rx="6" fill="#fff"/><rect x="82" y="52" width="206" height="176" fill="url(#sky)"/>
<circle cx="240" cy="110" r="24" fill="#f6b350"/><path d="M82 196l60-52 44 36 36-28 66 58v18H82z" fill="#5e8c7a"/>
<rect x="181" y="52" width="8" height="176" fill="#fff"/><rect x="82" y="134" width="206" height="8" fill="#fff"/>
<rect x="400" y="60" width="170" height="12" rx="3" fill="#8a6240"/>
<rect x="412" y="12" width="20" height="48" fill="#0e5a63"/><rect x="434" y="20" width="16" height="40" fill="#c8553d"/><rect x="452" y="8" width="22" height="52" fill="#e9a23b"/><rect x="478" y="18" width="18" height="42" fill="#49756a"/>
<path d="M522 60v-24a16 16 0 0 1 32 0v24z" fill="#d9c3a4"/>
<rect x="150" y="270" width="360" height="22" rx="8" fill="#7a5334"/><rect x="180" y="292" width="18" height="110" fill="#68452a"/><rect x="462" y="292" width="18" height="110" fill="#68452a"/>
<path d="M330 262c-26-16-62-16-88-6v14c26-10 62-10 88 6 26-16 62-16 88-6v-14c-26-10-62-10-88 6z" fill="#fff" stroke="#c9b89d" stroke-width="2"/>
<path d="M440 240h34v22a10 10 0 0 1-10 10h-14a10 10 0 0 1-10-10z" fill="#c8553d"/><path d="M474 246h8a8 8 0 0 1 0 16h-8" fill="none" stroke="#c8553d" stroke-width="5"/>
<path d="M450 232c-4-8 6-10 2-18m12 18c-4-8 6-10 2-18" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"/>
</svg>`;

/** A PNG of a reading table by a window. */
export async function photograph(browser: Browser): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } });
  await page.setContent(`<body style="margin:0">${scene}`);
  const bytes = await page.screenshot({ type: 'png' });
  await page.close();
  return bytes;
}
