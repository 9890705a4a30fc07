// Runs before every npm script: right Node version, dependencies as package-lock.json says. Plain JavaScript without
// dependencies, since there may be none yet. Must be silent and need no network when nothing is to be done.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const modules = `${root}node_modules`;
const stamp = `${modules}/.qadam-lock`;
const oldest = [20, 19];
const quiet = process.argv.includes('--quiet');
// Commands whose output is read by programs (`--quiet`) keep standard output to themselves.
const output = quiet ? process.stderr : process.stdout;

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  fail(`Qadam needs Node ${oldest.join('.')} or newer; this is Node ${process.versions.node}.`);
}

// A directory that came with its dependencies and without the lock file (a container image) is as it should be.
const lockFile = `${root}package-lock.json`;
if (existsSync(lockFile)) {
  const wanted = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8').trim() : '';
  if (wanted !== installed) {
    const found = compareInstalled();
    if (found === 'complete') writeFileSync(stamp, `${wanted}\n`);
    else if (found !== 'enough') install(wanted);
  }
}

/**
 * Compares with npm's own note of what it installed, so that nobody's `npm install` is done all over again.
 * `enough`: only development packages are missing, and this is a start.
 */
function compareInstalled() {
  const note = `${modules}/.package-lock.json`;
  if (!existsSync(note)) return 'missing';
  const present = JSON.parse(readFileSync(note, 'utf8')).packages;
  const { '': _root, ...wanted } = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  let result = 'complete';
  for (const [path, { version, integrity, optional, dev, devOptional }] of Object.entries(wanted)) {
    const there = present[path];
    if (there !== undefined && (there.version !== version || there.integrity !== integrity)) return 'missing';
    // What is for another platform is never there.
    if (there !== undefined || optional) continue;
    if (!(dev || devOptional) || process.env.npm_lifecycle_event !== 'prestart') return 'missing';
    result = 'enough';
  }
  return result;
}

function install(wanted) {
  output.write('Installing dependencies (once, about a minute) …\n');
  // npm's own path when npm runs this, so that the very same npm is used; the one from PATH otherwise.
  const cli = process.env.npm_execpath;
  const command = cli?.endsWith('.js') ? [process.execPath, cli] : ['npm'];
  const flags = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, stdout, stderr, error } = spawnSync(command[0], [...command.slice(1), ...flags], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0)
    fail(`${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}\nThe dependencies could not be installed.`);
  mkdirSync(modules, { recursive: true });
  writeFileSync(stamp, `${wanted}\n`);
}
