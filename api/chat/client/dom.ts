// Builds elements: the page never parses a string into markup.
type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;
type Child = Node | string | null | undefined | false;

/** `false`, `null` and `undefined` leave an attribute out; `true` sets it empty. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined)
      element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child): child is Node | string => Boolean(child)));
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

const paths = {
  send: 'M4 12 20 4l-4.5 16-4-6.5L4 12Zm7.5 1.5L20 4',
  attach: 'm20 11-8.2 8.2a5 5 0 0 1-7-7l8.7-8.8a3.4 3.4 0 0 1 4.8 4.8l-8.5 8.5a1.7 1.7 0 0 1-2.4-2.4L15 7',
  menu: 'M4 7h16M4 12h16M4 17h10',
  close: 'm6 6 12 12M18 6 6 18',
  beside: 'M4 5h16v14H4zM12 5v14',
  down: 'm6 10 6 6 6-6',
  file: 'M7 3h7l5 5v13H7zM14 3v5h5',
  out: 'M8 16 17 7M9 7h8v8',
  next: 'm9 6 6 6-6 6',
} as const;

export function icon(name: keyof typeof paths): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', paths[name]);
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(path);
  return svg;
}

/** The sign of Qadam: steps that rise. @param steps how many */
export function steps(count: number, className: string): HTMLElement {
  const element = h('span', { class: className, 'aria-hidden': 'true' });
  for (let at = 0; at < count; at += 1) element.append(h('i'));
  return element;
}
