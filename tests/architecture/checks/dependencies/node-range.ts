// Whether a version of Node lies in a range as packages write it (`>=18`, `^20.12 || >=22`, `20 || >=22`). Knows no more
// of ranges than the lock file holds; what it does not know does not fit, and then shows.

export function fitsNode(range: string, version: string): boolean {
  const wanted = version.split('.').map(Number);
  return range.split('||').some((each) =>
    each
      .trim()
      .replace(/([<>=^~]+)\s+/g, '$1')
      .split(/\s+/)
      .every((comparator) => fits(comparator, wanted)),
  );
}

function fits(comparator: string, version: readonly number[]): boolean {
  if (comparator === '*' || comparator === '') return true;
  const [, operator = '', text = ''] = /^([<>=^~]*)v?(\d+(?:\.(?:\d+|x))*)/.exec(comparator) ?? [];
  const parts = text
    .split('.')
    .map(Number)
    .filter((each) => !Number.isNaN(each));
  if (parts.length === 0) return false;
  const order = compare(version, parts);
  if (operator === '>=') return order >= 0;
  if (operator === '>') return order > 0;
  if (operator === '<') return order < 0;
  if (operator === '<=') return order <= 0;
  if (operator === '^') return order >= 0 && version[0] === parts[0];
  if (operator === '~')
    return order >= 0 && version[0] === parts[0] && version[1] === (parts[1] ?? version[1]);
  return parts.every((part, at) => part === version[at]);
}

function compare(version: readonly number[], parts: readonly number[]): number {
  for (const at of [0, 1, 2]) {
    const difference = (version[at] ?? 0) - (parts[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
