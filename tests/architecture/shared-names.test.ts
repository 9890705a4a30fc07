// What counts as naming a programme, and what does not.
import { expect, it } from 'vitest';
import { namesIn } from './checks/shared-names.ts';

const ids = ['credit', 'grant'];
const shared = (source: string) => namesIn('engine/people/somewhere.ts', ids, source);

it.each([
  ["import { x } from '../programmes/credit/programme.ts';", ['credit']],
  ["const go = 'credit.find';", ['credit']],
  ["text('credit-staff:menu')", ['credit-staff']],
  ["db.collection('credit_students')", ['credit_students']],
  ['const academicCredits = 2;', ['academicCredits']],
  ['class CreditStudent {}', ['CreditStudent']],
  ["rules.set('grant.activity'); import '../grant/x.ts'", ['grant']],
])('%s', (source, names) => {
  expect(shared(source)).toEqual(names);
});

it.each([
  'const grants = actor.grants;',
  "accreditation('applied')",
  'function isAccredited() {}',
  '// e.g. `credit.completion`',
  "const pointer = '/grants/0/role';",
])('%s names none', (source) => {
  expect(shared(source)).toEqual([]);
});

it('lets a programme name itself, and the registry all of them', () => {
  const source = "import { credit } from './credit/programme.ts';";
  expect(namesIn('engine/programmes/credit/events.ts', ids, source)).toEqual([]);
  expect(namesIn('bot/dialogues/credit/staff/menu.ts', ids, source)).toEqual([]);
  expect(namesIn('engine/programmes/registry.ts', ids, source)).toEqual([]);
});
