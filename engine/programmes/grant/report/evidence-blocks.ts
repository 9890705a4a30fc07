// What was accepted, each piece under its number: a link as it was sent, files by their names in the archive.
import type { Block } from '../../../documents/layout.ts';
import { text } from '../../../kernel/message.ts';
import { archiveNames } from './archive-names.ts';
import type { NumberedPiece, ReportView } from './view.ts';

export function evidenceBlocks({ pieces }: ReportView): readonly Block[] {
  const title: Block = { kind: 'title', level: 3, text: text('grant-report:block.evidence') };
  if (pieces.length === 0) return [title, { kind: 'paragraph', text: text('grant-report:no-evidence') }];
  return [
    title,
    {
      kind: 'table',
      columns: [
        { title: '№', share: 0.5 },
        { title: text('grant-report:column.day'), share: 1.4 },
        { title: text('grant-report:column.serves'), share: 1.6 },
        { title: text('grant-report:column.kind'), share: 1.2 },
        { title: text('grant-report:column.accepted'), align: 'right' },
        { title: text('grant-report:column.where'), share: 4.5 },
      ],
      rows: pieces.map(rowOf),
    },
  ];
}

const rowOf = (piece: NumberedPiece) => {
  const { evidence, no } = piece;
  return [
    String(no),
    text('grant-report:day', { day: evidence.date }),
    [...new Set(evidence.serves.map(({ indicator }) => indicator))].join(', '),
    text(`grant-report:kind.${evidence.kind}`),
    text('grant-report:figure', { value: evidence.decision?.quantity ?? 0 }),
    [...(evidence.link ? [evidence.link.url] : []), ...archiveNames(piece).map(({ name }) => name)].join(
      '\n',
    ),
  ];
};
