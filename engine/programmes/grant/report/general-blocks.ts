// Blocks I and II: the project and its team.
import type { Block } from '../../../documents/layout.ts';
import type { Language } from '../../../kernel/languages.ts';
import { text } from '../../../kernel/message.ts';
import { employments, type Plan } from '../plan/shape.ts';
import { type Words, wordsIn } from '../plan/words.ts';
import type { ReportView } from './view.ts';

const LINES = ['grantee', 'direction', 'theme', 'goal', 'territory', 'targetGroup'] as const;

export function generalBlocks({ plan, results }: ReportView, language: Language): readonly Block[] {
  const { general } = plan;
  const words = (each: Words | null): string => (each ? wordsIn(each, language) : '');
  const label = (line: string) => text(`grant-report:line.${line}`);
  return [
    { kind: 'title', level: 3, text: text('grant-report:block.general') },
    {
      kind: 'rows',
      rows: [
        ...LINES.map((line) => ({ label: label(line), value: words(general[line]) })),
        {
          label: label('period'),
          value: text('grant-report:period', { from: general.from, to: general.to }),
        },
        { label: label('partners'), value: partnersOf(plan, language) },
      ],
    },
    {
      kind: 'table',
      columns: [
        { title: '№', share: 0.4 },
        { title: text('grant-report:column.result'), share: 6 },
        { title: text('grant-report:column.carried-by'), share: 2 },
        { title: text('grant-report:column.percent'), align: 'right' },
      ],
      rows: results.map(({ result, percent }) => [
        String(result.no),
        wordsIn(result.words, language),
        result.carriedBy.join(', '),
        text('grant-report:percent', { percent }),
      ]),
    },
  ];
}

const partnersOf = ({ general }: Plan, language: Language): string =>
  general.partners.map(({ no, words }) => `${no}. ${wordsIn(words, language)}`).join('\n');

export function teamBlocks({ plan, contacts }: ReportView, language: Language): readonly Block[] {
  const { members, none } = plan.team;
  const lists = employments.flatMap((employment): readonly Block[] => {
    const title: Block = {
      kind: 'paragraph',
      emphasis: 'strong',
      text: text(`grant-report:team.${employment}`),
    };
    if (none.includes(employment))
      return [title, { kind: 'paragraph', text: text('grant-report:team.none') }];
    const rows = members
      .filter((each) => each.employment === employment)
      .map(({ id, position, duties, share }) => {
        const contact = contacts.find(({ member }) => member === id);
        return [
          contact?.name ?? '',
          wordsIn(position, language),
          contact?.contact ?? '',
          wordsIn(duties, language),
          share === null ? '' : text('grant-report:percent', { percent: share }),
        ];
      });
    const columns = ['name', 'position', 'contact', 'duties', 'share'] as const;
    return [
      title,
      {
        kind: 'table',
        columns: columns.map((each) => ({
          title: text(`grant-report:column.${each}`),
          share: each === 'duties' ? 3 : each === 'share' ? 1 : 2,
        })),
        rows,
      },
    ];
  });
  return [{ kind: 'title', level: 3, text: text('grant-report:block.team') }, ...lists];
}
