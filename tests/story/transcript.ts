// The conversation as a person reads it: the day, who speaks to whom at what time, what is said, buttons in brackets.
import type { Clock } from '../../engine/kernel/clock.ts';
import type { Language } from '../../engine/kernel/languages.ts';
import { text } from '../../engine/kernel/message.ts';
import { formatOf } from '../../locales/format.ts';
import { plainText } from '../../locales/texts.ts';
import type { Act, Listener, Place, Read } from './overheard.ts';
import type { Story } from './story.ts';

const fieldNames: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  iin: { kk: 'ЖСН', ru: 'ИИН', en: 'IIN' },
  iban: { kk: 'IBAN', ru: 'IBAN', en: 'IBAN' },
};

const INDENT = ' '.repeat(7);
const WIDTH = 96;

export interface Transcript extends Listener {
  /** Begins a chapter; whatever was said before the first one is left out. */
  chapter(name: string): void;
  /** Whoever acted last has filled in these fields of a secure form; what they hold is not for a chat. */
  form(fields: readonly string[]): void;
}

interface Told {
  readonly people: Story['people'];
  readonly language: Language;
  readonly clock: () => Clock;
  readonly write: (line: string) => void;
}

export function transcript({ people, language, clock, write }: Told): Transcript {
  let isOpen = false;
  let today = '';
  let last: Place | null = null;
  const nameOf = ({ name }: Place) => people[name]?.[language] ?? name;
  const qadamAt = ({ desk }: Place) => plainText(text(`web:page.${desk}`), language);

  function line(from: string, to: string, said: readonly string[]): void {
    if (!isOpen) return;
    const now = clock().now().toISOString();
    const day = formatOf('dayYear')(now, language);
    if (day !== today) write(`\n══ ${day} ══`);
    today = day;
    write(`\n${formatOf('time')(now, language)}  ${from} → ${to}`);
    for (const each of said.flatMap((part) => part.split('\n')).flatMap(wrapped))
      write(`${INDENT}${each}`.trimEnd());
  }

  return {
    chapter: (name) => {
      isOpen = true;
      write(`\n# ${name}`);
    },
    reads: (who, { text: said, buttons, files, edits }: Read) => {
      const rows = buttons.map((row) => row.map((label) => `[${label}]`).join(' '));
      line(`${qadamAt(who)}${edits ? ' ✎' : ''}`, nameOf(who), [...shown(files), said, ...rows]);
    },
    acts: (who, act) => {
      last = who;
      line(nameOf(who), qadamAt(who), saidBy(act));
    },
    form: (fields) => {
      const named = fields.map((field) => fieldNames[field]?.[language] ?? field);
      if (last) line(nameOf(last), '🔒', [named.join(', ')]);
    },
  };
}

function saidBy(act: Act): readonly string[] {
  if (act.kind === 'says') return [act.text];
  return act.kind === 'taps' ? [`▸ [${act.label}]`] : shown(act.files);
}

const icons: Readonly<Record<string, string>> = {
  photo: '📷',
  ...{ video: '🎬', 'round-video': '🎬', 'video-note': '🎬', voice: '🎤', audio: '🎵', document: '📄' },
};

const shown = (files: readonly string[]): readonly string[] =>
  files.length === 0 ? [] : [files.map((kind) => icons[kind] ?? '📄').join(' ')];

/** At spaces, so that no line is much longer than a terminal is wide. */
const wrapped = (line: string): readonly string[] =>
  line.match(new RegExp(`.{1,${WIDTH}}(?= |$)|\\S+`, 'gu'))?.map((part) => part.trim()) ?? [''];
