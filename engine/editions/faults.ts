// Everything that is wrong with a draft, in the order in which it is to be fixed: what cannot be read, what would break
// elsewhere, what makes no sense, what cannot be said.
import { AppError } from '../kernel/errors.ts';
import { pointerTo } from '../kernel/json-pointer.ts';
import {
  checkCases,
  checkSense,
  checkSources,
  checkTextsOf,
  type Finding,
  fileOfSet,
  findingsOf,
} from '../rules/rule-book.ts';
import { type DraftContent, placed, withDraft } from './draft-content.ts';
import { type Edition, sourcesOf } from './edition.ts';
import { bookOf, type Reviewed } from './reviewed.ts';
import { shippedEditions, shippedTexts } from './shipped.ts';

/** @returns findings with pointers into the content; those of the file of another set where the draft would break it */
export function faultsOf(reviewed: Reviewed): readonly Finding[] {
  const { set, content, base } = reviewed;
  const others = shippedEditions().filter(({ programme }) => programme !== base.programme);
  const sources = sourcesOf([...others, withDraft(base, set, content)]);
  const known = checkSources(sources).map((each) => placed(each, set));
  const own = [...known.filter(({ file }) => file === 'draft'), ...faultsOfCases(reviewed)];
  // What other sets lack because of a fault of the draft goes with that fault.
  if (own.length > 0) return own;
  return known.length > 0 ? known : faultsOfMeaning(reviewed);
}

/** @throws AppError `invalid-input` with every fault, for what can only be done with a draft that can be read */
export function soundOnly(reviewed: Reviewed): Reviewed {
  const faults = faultsOf(reviewed);
  if (faults.length === 0) return reviewed;
  const details = faults.map(({ pointer, value, hint }) => ({ pointer, value, hint }));
  throw new AppError('invalid-input', `${faults.length} faults in the draft`, details);
}

function faultsOfCases({ content, base }: Reviewed): readonly Finding[] {
  const cases: unknown = content.cases;
  if (typeof cases !== 'object' || cases === null || Array.isArray(cases)) {
    const hint = 'give the cases of each set by its id';
    return [{ code: 'wrong-shape', file: 'draft', pointer: '/cases', value: cases ?? null, hint }];
  }
  const untried = Object.keys(base.sets).filter((id) => !Object.hasOwn(cases, id));
  const missing = untried.map((id) => {
    const hint = `add the cases of ${id}: parameters are shared, so every set is tried`;
    return { code: 'missing-key', file: 'draft', pointer: pointerTo('/cases', id), value: null, hint };
  });
  const found = Object.entries(cases).flatMap(([id, own]) => {
    const pointer = pointerTo('/cases', id);
    if (!Object.hasOwn(base.sets, id)) {
      const hint = 'name a set of the programme';
      return [{ code: 'unknown-set', file: 'draft', pointer, value: id, hint }];
    }
    const faults: Finding[] = [];
    checkCases(own, 'draft', faults);
    return faults.map((each) => ({ ...each, pointer: `${pointer}${each.pointer}` }));
  });
  return [...missing, ...found];
}

/** What can be asked of what can be read. Figures are shared: what they make impossible may stand in another set. */
function faultsOfMeaning(reviewed: Reviewed): readonly Finding[] {
  const { set, content, base } = reviewed;
  const book = bookOf(reviewed);
  const unwritten: Finding[] = [];
  checkTextsOf(content.set, book.catalogue, shippedTexts(), findingsOf(fileOfSet(set), unwritten));
  const meant = [...checkSense(book), ...unwritten].map((each) => placed(each, set));
  return [...meant, ...faultsOfWhatIsRead(content, base)];
}

const DEFINING = ['readBy', 'unit', 'by'] as const;

/** Figures that the programme itself reads stay what they are, whatever their values. */
function faultsOfWhatIsRead({ parameters }: DraftContent, base: Edition): readonly Finding[] {
  return Object.entries(base.parameters).flatMap(([name, was]): Finding[] => {
    if (was.readBy === undefined) return [];
    const now = parameters[name];
    const pointer = `/parameters/${name}`;
    if (!now) {
      const hint = 'the programme reads it: put it back; to end what it says, give it another value';
      return [{ code: 'needed-parameter', file: 'draft', pointer, value: null, hint }];
    }
    return DEFINING.filter((field) => now[field] !== was[field]).map((field) => ({
      ...{ code: 'needed-parameter', file: 'draft', pointer: `${pointer}/${field}` },
      ...{
        value: now[field] ?? null,
        hint: `the programme reads it as it was: ${was[field] ?? `no "${field}"`}`,
      },
    }));
  });
}
