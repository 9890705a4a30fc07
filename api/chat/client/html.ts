// Messages come in Telegram's HTML subset. Only known tags become elements; all else is shown as written.
const ALLOWED: ReadonlySet<string> = new Set([
  ...['b', 'strong', 'i', 'em', 'u', 's', 'code', 'pre', 'blockquote', 'a'],
]);
const TOKEN = /<(\/?)([a-z]+)((?:\s[^<>]*)?)>|&(#\d+|#x[\da-f]+|[a-z]+);|([^<&]+|[<&])/gi;
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
  return root;
}

function elementOf(name: string, attributes: string): HTMLElement {
  const element = document.createElement(name === 'a' ? 'a' : name);
  element.dataset.tag = name;
  if (element instanceof HTMLAnchorElement) {
    const given = /\shref="([^"]*)"/i.exec(attributes)?.[1] ?? '';
    const href = given.replace(/&([a-z]+);/gi, (raw, entity: string) => decoded(entity, raw));
    if (isSafe(href)) {
      element.href = href;
      element.target = '_blank';
      element.rel = 'noopener noreferrer';
    }
  }
  return element;
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
