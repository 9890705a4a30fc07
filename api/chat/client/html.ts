// Messages come in Telegram's HTML subset. Only known tags become elements; all else is shown as written.
const ALLOWED: ReadonlySet<string> = new Set([
  ...['b', 'strong', 'i', 'em', 'u', 's', 'code', 'pre', 'blockquote', 'a'],
]);
const TOKEN = /<(\/?)([a-z]+)((?:\s[^<>]*)?)>|&(#\d+|#x[\da-f]+|[a-z]+);|([^<&]+|[<&])/gi;
/** In plain words, without the sign that ends a sentence. */
const ADDRESS = /https?:\/\/[^\s<>"«»]*[^\s<>"«».,;:!?)]/gi;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

export function nodesOf(html: string): DocumentFragment {
  const root = document.createDocumentFragment();
  const open: (DocumentFragment | HTMLElement)[] = [root];
  for (const [raw, slash, tag, attributes = '', entity] of html.matchAll(TOKEN)) {
    const top = open.at(-1) ?? root;
    const name = tag?.toLowerCase();
    if (name === undefined || !ALLOWED.has(name)) top.append(entity ? decoded(entity, raw) : raw);
    else if (!slash) {
      const element = elementOf(name, attributes);
      top.append(element);
      open.push(element);
    } else if (open.length > 1 && top instanceof HTMLElement && top.dataset.tag === name) open.pop();
  }
  linkAddresses(root);
  return root;
}

/** Addresses that stand in the words can be opened, as in Telegram. */
function linkAddresses(root: DocumentFragment): void {
  root.normalize();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const words: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text && !node.parentElement?.closest('a, code, pre')) words.push(node);
  // From the last to the first: the places of those before stay the same.
  for (const text of words)
    for (const { 0: address, index } of [...text.data.matchAll(ADDRESS)].reverse()) {
      const found = text.splitText(index);
      found.splitText(address.length);
      const link = document.createElement('a');
      found.replaceWith(link);
      link.append(found);
      pointTo(link, address);
    }
}

function elementOf(name: string, attributes: string): HTMLElement {
  const element = document.createElement(name === 'a' ? 'a' : name);
  element.dataset.tag = name;
  if (element instanceof HTMLAnchorElement) {
    const given = /\shref="([^"]*)"/i.exec(attributes)?.[1] ?? '';
    const href = given.replace(/&([a-z]+);/gi, (raw, entity: string) => decoded(entity, raw));
    pointTo(element, href);
  }
  return element;
}

function pointTo(link: HTMLAnchorElement, address: string): void {
  if (!isSafe(address)) return;
  link.href = address;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
}

/** Web, mail and telephone addresses only: no `javascript:`, no `data:`. */
export function isSafe(address: string): boolean {
  try {
    return ['http:', 'https:', 'mailto:', 'tel:'].includes(new URL(address, location.href).protocol);
  } catch {
    return false;
  }
}

function decoded(entity: string, raw: string): string {
  if (!entity.startsWith('#')) return ENTITIES[entity.toLowerCase()] ?? raw;
  const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : raw;
}
