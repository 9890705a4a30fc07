// How far a winner's package is, in words: what is there of each language and of the photo, and what is missing.
import { languages } from '../../../../engine/kernel/languages.ts';
import { type Text, text } from '../../../../engine/kernel/message.ts';
import { editionOf, type PackageView } from '../../../../engine/programmes/contest/programme.ts';
import { reasonTexts } from '../../../dialogue/steps/call.ts';
import type { ContestTalk } from '../contest-talk.ts';

const mark = (isDone: boolean): string => (isDone ? '✅' : '✏️');

/** Its state in one text, then everything that is wrong, each with its hint. */
export async function packageTexts(talk: ContestTalk, found: PackageView): Promise<readonly Text[]> {
  const { calendar, packages } = await editionOf(talk.env, found.edition);
  const params = {
    ...{ name: found.winner.name, day: calendar.packageEnds, need: found.progress.kk.need },
    ...{ kk: found.progress.kk.words, ru: found.progress.ru.words, en: found.progress.en.words },
    ...Object.fromEntries(languages.map((each) => [`${each}Mark`, mark(isDone(found, each))])),
    photoMark: mark(found.hasPhoto),
  };
  const progress = text(`contest-public:package.progress-${packages.by}`, params);
  if (found.sent)
    return [progress, text('contest-public:package.is-sent', { at: found.sent.at.toISOString() })];
  const faults = found.missing.filter(({ code }) => !code.startsWith('contest.words-short'));
  return [
    progress,
    ...(found.missing.length === 0 ? [text('contest-public:package.is-whole')] : reasonTexts(faults)),
  ];
}

function isDone({ progress }: PackageView, language: (typeof languages)[number]): boolean {
  const { words, need, faults } = progress[language];
  return words > 0 && words >= need && faults.length === 0;
}
