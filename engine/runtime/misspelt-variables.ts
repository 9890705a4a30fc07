// Finds variables that were surely meant for Qadam but are named wrongly: without this, MONGO_URI=… would be ignored
// and the embedded engine used. Called by configuration.ts. Must never complain about a stranger's variable.
import { type VariableName, variableNames } from './variables.ts';

/** Short names (PORT, HOST, DEMO) are too near to PATH, HOME and the like to guess from. */
const shortestGuessed = 7;

/** A wrongly named variable and the names it may have been meant for (none: nothing of ours is near). */
export interface Misspelt {
  readonly name: string;
  readonly meant: readonly VariableName[];
}

/** Looks through all of `environment`. */
export function findMisspelt(environment: NodeJS.ProcessEnv): Misspelt[] {
  return Object.entries(environment).flatMap(([name, value]) => {
    const known: readonly string[] = variableNames;
    if (value === undefined || value === '' || known.includes(name) || isServiceLink(name, value)) return [];
    const meant = nearest(name);
    return meant.length === 0 && !name.startsWith('QADAM_') ? [] : [{ name, meant }];
  });
}

/** Container platforms announce neighbouring services as `QADAM_API_SERVICE_HOST`, `QADAM_PORT=tcp://…`. */
const isServiceLink = (name: string, value: string): boolean =>
  /_SERVICE_|_PORT_\d+_/.test(name) || /^(tcp|udp):\/\//.test(value);

function nearest(name: string): VariableName[] {
  const ours = name.startsWith('QADAM_');
  const bare = ours ? name.slice('QADAM_'.length) : name;
  if (/^(TELEGRAM_|TG_)?BOT_TOKEN$/.test(bare)) return ['PARTICIPANT_BOT_TOKEN', 'STAFF_BOT_TOKEN'];
  if (/^PARTICIPANT_(\w+_)?TOKEN$/.test(bare) && bare !== 'PARTICIPANT_BOT_TOKEN')
    return ['PARTICIPANT_BOT_TOKEN'];
  if (/^STAFF_(\w+_)?TOKEN$/.test(bare) && bare !== 'STAFF_BOT_TOKEN') return ['STAFF_BOT_TOKEN'];
  if (/^MONGO(DB)?_?UR[LI]$/.test(bare) && name !== 'MONGODB_URI') return ['MONGODB_URI'];
  if (!ours && bare.length < shortestGuessed) return [];
  return variableNames.filter((each) => {
    if (ours && each === bare) return true;
    return each.length >= shortestGuessed && editDistance(each, bare.toUpperCase()) <= 2;
  });
}

/** Number of inserted, removed or changed letters between two words. */
export function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [row, letter] of [...from].entries()) {
    const current = [row + 1];
    for (let column = 1; column <= to.length; column += 1) {
      const changed = (previous[column - 1] ?? 0) + (letter === to[column - 1] ? 0 : 1);
      current.push(Math.min(changed, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}
