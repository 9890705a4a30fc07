// The MongoDB engine needs glibc 2.38. On an older Debian or Ubuntu this gives it the next release's C library,
// unpacked privately, for its own process alone. Called by mongodb.ts. Must never touch the system's library.
import { readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { AptSource } from './apt-sources.ts';
import { type Distribution, readDistribution, unpackPrivately } from './private-packages.ts';

const needed = [2, 38] as const;
/** The first release of each distribution whose C library is new enough, and the archive keyring that signs it. */
const newerRelease: Readonly<Record<string, { suite: string; keyring: string }>> = {
  debian: { suite: 'trixie', keyring: '/usr/share/keyrings/debian-archive-keyring.gpg' },
  ubuntu: { suite: 'noble', keyring: '/usr/share/keyrings/ubuntu-archive-keyring.gpg' },
};
const triplets: Readonly<Record<string, string>> = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' };

/** Command and leading arguments that run `node` so that the engine finds the C library it needs. */
export async function nodeForEngine(progress: (line: string) => void): Promise<[string, ...string[]]> {
  const node = realpathSync(process.execPath);
  if (process.platform !== 'linux' || isNewEnough(glibcVersion())) return [node];
  const root = await unpackPrivately(
    { name: 'c-library', packages: ['libc6', 'libstdc++6', 'libgcc-s1'], withDependencies: false, sources },
    progress,
  );
  const found = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => join(root, file));
  const loader = found.find((file) => /\/ld-linux-[a-z0-9-]+\.so\.\d$/.test(file));
  const triplet = triplets[process.arch];
  if (loader === undefined || triplet === undefined) throw new Error(`no C library for ${process.arch}`);
  const libraries = [join(root, 'usr/lib', triplet), join(root, 'lib', triplet)].join(':');
  return [loader, '--library-path', libraries, node];
}

function sources(distribution: Distribution, machine: readonly AptSource[]): AptSource[] | undefined {
  const release = newerRelease[distribution.id];
  const own = machine.find(
    (source) => source.suite === distribution.codename && source.components.includes('main'),
  );
  if (release === undefined || own === undefined) return undefined;
  return [
    { uri: own.uri, suite: release.suite, components: ['main'], signedBy: own.signedBy ?? release.keyring },
  ];
}

/** Version of the running glibc, `undefined` where the C library is another one (musl). */
export function glibcVersion(): string | undefined {
  const report: unknown = process.report.getReport();
  if (typeof report !== 'object' || report === null || !('header' in report)) return undefined;
  const { header } = report;
  if (typeof header !== 'object' || header === null || !('glibcVersionRuntime' in header)) return undefined;
  return typeof header.glibcVersionRuntime === 'string' ? header.glibcVersionRuntime : undefined;
}

/** @throws Error when there is no glibc at all, or it is old and this is neither Debian nor Ubuntu. */
function isNewEnough(version: string | undefined): boolean {
  if (version === undefined) throw new Error('the engine needs glibc, which this system does not have');
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const enough = major > needed[0] || (major === needed[0] && minor >= needed[1]);
  const id = readDistribution()?.id ?? '';
  if (!enough && newerRelease[id] === undefined) {
    throw new Error(`the engine needs glibc ${needed.join('.')} or newer, this system has ${version}`);
  }
  return enough;
}
