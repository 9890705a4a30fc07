// Where something was published, by its address: the social networks, and everything else, which is a medium or a web page.

export const networks = [
  'instagram',
  'facebook',
  'telegram',
  'tiktok',
  'youtube',
  'vk',
  'threads',
  'x',
  'media',
] as const;
export type Network = (typeof networks)[number];

const hosts: Readonly<Record<string, Network>> = {
  'instagram.com': 'instagram',
  'facebook.com': 'facebook',
  'fb.com': 'facebook',
  'fb.watch': 'facebook',
  't.me': 'telegram',
  'telegram.me': 'telegram',
  'tiktok.com': 'tiktok',
  'youtube.com': 'youtube',
  'youtu.be': 'youtube',
  'vk.com': 'vk',
  'threads.net': 'threads',
  'threads.com': 'threads',
  'x.com': 'x',
  'twitter.com': 'x',
};

export interface KnownLink {
  readonly url: string;
  readonly network: Network;
  /** The same for every way of writing the same page. */
  readonly key: string;
}

/** What follows a reader about, and does not belong to the page. */
const TRACKING = /^(utm_.*|fbclid|igsh|igshid|gclid|yclid|si|ref|ref_src|share_id|mibextid)$/i;

/** @returns null for what is no address of a page */
export function linkOf(written: string): KnownLink | null {
  const text = /^[a-z][a-z0-9+.-]*:/i.test(written.trim()) ? written.trim() : `https://${written.trim()}`;
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const host = url.hostname.toLowerCase().replace(/^(www|m|mobile)\./, '');
  const isPage = /^https?:$/.test(url.protocol) && /^[^.]+(\.[^.]+)+$/.test(host) && url.username === '';
  return isPage ? { url: url.href, network: hosts[host] ?? 'media', key: keyOf(url, host) } : null;
}

function keyOf(url: URL, host: string): string {
  const kept = [...url.searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const query = kept.map(([name, value]) => `${name}=${value}`).join('&');
  const path = withoutLastSlashes(url.pathname);
  return `${host}${path}${query === '' ? '' : `?${query}`}`;
}

function withoutLastSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}

/** A target may ask for publications of one kind: in social networks, or in the media. */
export function fitsSubject(subject: string | null, network: Network): boolean {
  if (subject === 'socialNetwork') return network !== 'media';
  return subject === 'massMedia' ? network === 'media' : true;
}
