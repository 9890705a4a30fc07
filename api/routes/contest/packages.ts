// Packages of winners: what is complete and what is missing, for departments their region's, for the Holding and operators all.
import Type from 'typebox';
import { languages } from '../../../engine/kernel/languages.ts';
import {
  type PackageView,
  packageSeenBy,
  packagesSeenBy,
  sendPackage,
  writeText,
} from '../../../engine/programmes/contest/programme.ts';
import { actorOf } from '../asking.ts';
import { card } from '../factories/card.ts';
import { decision } from '../factories/decision.ts';
import { exported, list } from '../factories/list.ts';
import { together } from '../factories/route.ts';
import { closed, iso, isoOrNull, moment, nullable, personRef, regionCode, visible, word } from '../parts.ts';
import { packageTable } from './package-table.ts';
import { editionId } from './parts.ts';

const progress = Type.Object({
  words: Type.Integer({ description: 'That count.' }),
  need: Type.Integer(),
  faults: Type.Array(Type.String({ description: 'Codes: what is wrong with the text besides its length.' })),
});
const fields = {
  id: Type.String({ description: "The nomination's id." }),
  winner: personRef,
  edition: Type.String(),
  college: Type.String(),
  region: regionCode,
  progress: Type.Object({ kk: progress, ru: progress, en: progress }),
  hasPhoto: Type.Boolean(),
  missing: Type.Array(Type.String({ description: 'Codes of everything that is missing or wrong.' })),
  isComplete: Type.Boolean(),
  sentAt: nullable(moment),
};
const row = Type.Object(fields);
const text = Type.Object({ text: Type.String(), writtenAt: nullable(moment) });
const whole = Type.Object({ ...fields, texts: Type.Object({ kk: text, ru: text, en: text }) });

const rowOf = ({
  id: of,
  winner,
  edition,
  college,
  region,
  hasPhoto,
  missing,
  progress: far,
  sent,
}: PackageView) => ({
  ...{ id: of, winner, edition, college, region, hasPhoto },
  progress: { kk: progressOf(far.kk), ru: progressOf(far.ru), en: progressOf(far.en) },
  missing: missing.map(({ code }) => code),
  isComplete: missing.length === 0,
  sentAt: isoOrNull(sent?.at ?? null),
});

const progressOf = ({ words, need, faults }: PackageView['progress']['kk']) => ({
  ...{ words, need, faults: faults.map(({ code }) => code) },
});

const wholeOf = (found: PackageView) => {
  const textOf = ({ text: written, at }: PackageView['texts']['kk']) => ({
    text: written,
    writtenAt: at && iso(at),
  });
  const { kk, ru, en } = found.texts;
  return { ...rowOf(found), texts: { kk: textOf(kk), ru: textOf(ru), en: textOf(en) } };
};

const tag = 'contest';
const filters = { edition: editionId, region: Type.Optional(regionCode) };
const rows = { path: '/packages', tag, filters, rows: packagesSeenBy };
const see = async (...[engine, actor, of]: Parameters<typeof packageSeenBy>) =>
  (await packageSeenBy(engine, actor, of)).version;
const show = async (...[engine, actor, of]: Parameters<typeof packageSeenBy>) =>
  wholeOf(await packageSeenBy(engine, actor, of));

export const packages = together(
  list({
    ...rows,
    operationId: 'listContestPackages',
    summary: 'Packages of winners, with what is missing (departments, the Holding, operators)',
    item: row,
    show: rowOf,
  }),
  exported({
    ...rows,
    operationId: 'exportContestPackages',
    summary: 'The same as a file',
    table: packageTable,
  }),
  card({
    path: '/packages',
    operationId: 'readContestPackage',
    tag,
    summary: 'One package with its texts',
    item: whole,
    secret: true,
    read: async (engine, request, of) => {
      const found = await packageSeenBy(engine, actorOf(request), of);
      return { version: found.version, shown: wholeOf(found) };
    },
  }),
  decision({
    path: '/packages',
    verb: 'texts',
    operationId: 'writeContestPackageText',
    tag,
    summary: 'Write the achievements in one language, or go on with them (department, until the deadline)',
    body: Type.Object(
      {
        language: word(languages),
        text: Type.String({ minLength: 1, maxLength: 20_000, ...visible }),
        how: word(['append', 'replace']),
      },
      closed,
    ),
    answer: whole,
    see,
    decide: (engine, command, nomination, body) => writeText(engine, command, { nomination, ...body }),
    show,
  }),
  decision({
    path: '/packages',
    verb: 'submission',
    operationId: 'sendContestPackage',
    tag,
    summary: 'Send a complete package to the Holding (department, until the deadline)',
    body: Type.Object({}, closed),
    answer: whole,
    see,
    decide: sendPackage,
    show,
  }),
);
