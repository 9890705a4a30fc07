// Downloads Debian or Ubuntu packages with apt (which checks their signatures) and unpacks them into this project's
// own `.cache`. Used by c-library.ts and redis.ts. Must never change the system: no root, no /var, no /etc.
import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { waitForLock } from '../lock.ts';
import { type AptSource, readAptSources } from './apt-sources.ts';

const run = promisify(execFile);
const cacheRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../../../.cache');

/** What to unpack privately. `withDependencies` adds what the system lacks for them to run. */
export interface PrivatePackages {
  readonly name: string;
  readonly packages: readonly string[];
  readonly withDependencies: boolean;
  /** Chooses the sources to download from, or `undefined` if this distribution has none that fit. */
  readonly sources: (distribution: Distribution, machine: readonly AptSource[]) => AptSource[] | undefined;
}

/** What `/etc/os-release` says: `debian` / `bookworm`. */
export interface Distribution {
  readonly id: string;
  readonly codename: string;
}

/** Reads `/etc/os-release`; `undefined` where there is none (macOS). */
export function readDistribution(path = '/etc/os-release'): Distribution | undefined {
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, 'utf8');
  const field = (name: string) => new RegExp(`^${name}="?([^"\n]*)"?$`, 'm').exec(text)?.[1] ?? '';
  return { id: field('ID'), codename: field('VERSION_CODENAME') };
}

/**
 * Directory with the packages unpacked, from the cache when it is there (no network then).
 * @param progress receives one line per slow step.
 * @throws Error with a reason in plain words when they cannot be had on this machine.
 */
export async function unpackPrivately(
  wanted: PrivatePackages,
  progress: (line: string) => void,
): Promise<string> {
  const target = join(cacheRoot, `${wanted.name}-${process.arch}`);
  if (existsSync(target)) return target;
  mkdirSync(cacheRoot, { recursive: true });
  const release = await waitForLock(join(cacheRoot, 'install.lock'), (holder) =>
    progress(`waiting for another installation (process ${holder.pid})`),
  );
  try {
    if (existsSync(target)) return target;
    removeHalfInstalled();
    const work = mkdtempSync(join(cacheRoot, 'partial-'));
    await downloadAndUnpack(wanted, work, progress);
    // Only a whole installation gets the final name, so a killed one is never taken for it.
    renameSync(join(work, 'root'), target);
    rmSync(work, { recursive: true, force: true });
    return target;
  } finally {
    release();
  }
}

function removeHalfInstalled(): void {
  for (const name of readdirSync(cacheRoot).filter((each) => each.startsWith('partial-'))) {
    rmSync(join(cacheRoot, name), { recursive: true, force: true });
  }
}

async function downloadAndUnpack(wanted: PrivatePackages, work: string, progress: (line: string) => void) {
  const distribution = readDistribution();
  const sources = distribution && wanted.sources(distribution, readAptSources());
  if (sources === undefined || sources.length === 0) {
    throw new Error('this system has no Debian or Ubuntu package source to take it from');
  }
  for (const part of ['lists/partial', 'cache/archives/partial', 'root']) {
    mkdirSync(join(work, part), { recursive: true });
  }
  writeFileSync(join(work, 'sources.list'), sources.map(sourceLine).join('\n'));
  progress(`downloading ${wanted.packages.join(', ')} (once, into .cache)`);
  // A failing index of a source we do not need is no obstacle: whether it worked shows in the download.
  const updated = await apt(work, ['update']);
  const download = wanted.withDependencies
    ? ['--download-only', '--no-install-recommends', '--yes', 'install']
    : ['download'];
  const downloaded = await apt(work, [...download, ...wanted.packages]);
  const archives = join(work, 'cache/archives');
  const debs = readdirSync(archives).filter((file) => file.endsWith('.deb'));
  if (downloaded.failed || debs.length === 0) {
    throw new Error(`apt could not download it: ${lastLines(`${updated.output}\n${downloaded.output}`)}`);
  }
  for (const deb of debs) await run('dpkg', ['-x', join(archives, deb), join(work, 'root')]);
}

async function apt(work: string, args: string[]): Promise<{ failed: boolean; output: string }> {
  const options = {
    'Dir::Etc::sourcelist': join(work, 'sources.list'),
    'Dir::Etc::sourceparts': '-',
    'Dir::State::lists': join(work, 'lists'),
    'Dir::Cache': join(work, 'cache'),
    'Debug::NoLocking': '1',
    'APT::Sandbox::User': '',
    'Acquire::Languages': 'none',
    'Acquire::Retries': '2',
  };
  const flags = Object.entries(options).flatMap(([key, value]) => ['-o', `${key}=${value}`]);
  try {
    const { stdout, stderr } = await run('apt-get', ['-q', ...flags, ...args], {
      cwd: join(work, 'cache/archives'),
      env: { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 180_000,
    });
    return { failed: false, output: stdout + stderr };
  } catch (error) {
    return { failed: true, output: error instanceof Error ? error.message : String(error) };
  }
}

function sourceLine(source: AptSource): string {
  const options = source.signedBy === undefined ? '' : `[signed-by=${source.signedBy}] `;
  return `deb ${options}${source.uri} ${source.suite} ${source.components.join(' ')}`;
}

const lastLines = (output: string): string =>
  output
    .split('\n')
    .filter((line) => /^(E|W|Err|Error)\b/.test(line.trim()))
    .slice(-3)
    .join(' ');
