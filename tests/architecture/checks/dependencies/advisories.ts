// Asks the registry for advisories through npm. A registry may have none, and a machine no network: that is no fault,
// but it is said. Waits for two and a half seconds at most.
import { execFile } from 'node:child_process';
import { root } from '../check.ts';

export interface Asked {
  readonly faults: readonly string[];
  /** What came of asking. */
  readonly note: string;
}

const PATIENCE = 2_500;
const WORTH = new Set(['high', 'critical']);

export function advisories(): Promise<Asked> {
  const words = ['audit', '--omit=dev', '--audit-level=high', '--json', '--fetch-retries=0'];
  return new Promise((resolve) =>
    execFile('npm', words, { cwd: root, timeout: PATIENCE, maxBuffer: 16 * 1024 ** 2 }, (_error, stdout) =>
      resolve(answerOf(stdout)),
    ),
  );
}

/** @param stdout what `npm audit --json` printed, if anything */
export function answerOf(stdout: string): Asked {
  const found = vulnerabilitiesIn(stdout);
  if (!found)
    return { faults: [], note: 'no advisories to be had from this registry: known holes by policy.ts only' };
  const faults = Object.entries(found)
    .filter(([, { severity }]) => WORTH.has(severity))
    .map(
      ([name, { severity, range }]) => `${name} ${range}: an advisory of severity ${severity}, see npm audit`,
    );
  return { faults, note: 'advisories of the registry asked' };
}

type Vulnerabilities = Readonly<Record<string, { readonly severity: string; readonly range: string }>>;

function vulnerabilitiesIn(stdout: string): Vulnerabilities | null {
  try {
    const answer = JSON.parse(stdout) as { vulnerabilities?: Vulnerabilities };
    return answer.vulnerabilities ?? null;
  } catch {
    return null;
  }
}
