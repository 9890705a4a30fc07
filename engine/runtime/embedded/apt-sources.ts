// Reads which package mirror this machine's own apt configuration names. Used by private-packages.ts only.
// Must never know a mirror by itself.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One mirror entry: address, suite (`bookworm-updates`), components, and the keyring file it is signed by. */
export interface AptSource {
  readonly uri: string;
  readonly suite: string;
  readonly components: readonly string[];
  readonly signedBy?: string;
}

/** Every enabled binary source of the machine, from one-line `.list` and deb822 `.sources` files alike. */
export function readAptSources(root = '/etc/apt'): AptSource[] {
  const parts = join(root, 'sources.list.d');
  const names = existsSync(parts) ? readdirSync(parts).sort() : [];
  const files = [join(root, 'sources.list'), ...names.map((name) => join(parts, name))];
  return files.filter(existsSync).flatMap((file) => {
    if (file.endsWith('.sources')) return parseDeb822(readFileSync(file, 'utf8'));
    return file.endsWith('.list') ? parseOneLine(readFileSync(file, 'utf8')) : [];
  });
}

/** Parses the classic format: `deb [signed-by=/key.gpg] http://mirror/debian bookworm main`. */
export function parseOneLine(text: string): AptSource[] {
  return text.split('\n').flatMap((line) => {
    const match = /^\s*deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s*([^#]*)/.exec(line);
    const [, options = '', uri, suite, components = ''] = match ?? [];
    if (uri === undefined || suite === undefined || uri.startsWith('cdrom:')) return [];
    const signedBy = /signed-by=(\S+)/.exec(options)?.[1];
    return [{ uri, suite, components: words(components), ...keyring(signedBy) }];
  });
}

/** Parses deb822 paragraphs (`Types:`, `URIs:`, `Suites:`, `Components:`, `Signed-By:`, `Enabled:`). */
export function parseDeb822(text: string): AptSource[] {
  return text.split(/\n\s*\n/).flatMap((paragraph) => {
    const fields = readFields(paragraph);
    const field = (name: string) => fields.get(name) ?? '';
    if (!words(field('types')).includes('deb') || /^(no|false|0)$/i.test(field('enabled').trim())) return [];
    return words(field('uris')).flatMap((uri) =>
      words(field('suites')).map((suite) => ({
        uri,
        suite,
        components: words(field('components')),
        ...keyring(field('signed-by').trim()),
      })),
    );
  });
}

function readFields(paragraph: string): Map<string, string> {
  const fields = new Map<string, string>();
  let current = '';
  for (const line of paragraph.split('\n').filter((each) => !each.startsWith('#'))) {
    const match = /^([A-Za-z-]+):(.*)$/.exec(line);
    if (match?.[1] !== undefined) current = match[1].toLowerCase();
    fields.set(current, `${fields.get(current) ?? ''}${match === null ? `\n${line}` : (match[2] ?? '')}`);
  }
  return fields;
}

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** Only a keyring *file* is taken over; a key written out in the source is left to the distribution's own keyring. */
const keyring = (signedBy: string | undefined): { signedBy?: string } =>
  signedBy?.startsWith('/') && existsSync(signedBy) ? { signedBy } : {};
