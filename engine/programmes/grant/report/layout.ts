// The report in the form of the contract's annex: its four blocks with the fact beside the plan, what was accepted, footnotes,
// places for seal and signatures. Rendered as DOCX and PDF.
import type { Block, Layout } from '../../../documents/layout.ts';
import type { Language } from '../../../kernel/languages.ts';
import { text } from '../../../kernel/message.ts';
import { evidenceBlocks } from './evidence-blocks.ts';
import { generalBlocks, teamBlocks } from './general-blocks.ts';
import { impactBlocks, planBlocks } from './plan-blocks.ts';
import { signatureBlocks } from './signature-blocks.ts';
import type { ReportView } from './view.ts';

/** Of the annex: place, channel, figures, terms. Referred to as ¹–⁶ in the titles of the table. */
const FOOTNOTES = ['activity', 'place', 'indicators', 'figures', 'term', 'channel'] as const;

export function reportLayout(view: ReportView, language: Language): Layout {
  return {
    title: text(`grant-report:title.${view.kind}`),
    page: { size: 'A4', orientation: 'landscape' },
    footer: `DOC ID ${view.docId}`,
    numbered: true,
    blocks: [
      ...heading(view),
      ...generalBlocks(view, language),
      ...teamBlocks(view, language),
      ...planBlocks(view, language),
      { kind: 'notes', notes: FOOTNOTES.map((each) => text(`grant-report:footnote.${each}`)) },
      ...impactBlocks(view, language),
      ...evidenceBlocks(view),
      ...signatureBlocks(view),
    ],
  };
}

function heading({ kind, plan, progress, on, version }: ReportView): readonly Block[] {
  const { contract, application } = plan.general;
  const known = (value: string | null): string => value ?? '________';
  return [
    {
      kind: 'paragraph',
      align: 'right',
      text: text('grant-report:annex', {
        contract: known(contract.number),
        contractDate: known(contract.date),
        application: known(application.number),
        applicationDate: known(application.date),
      }),
    },
    { kind: 'title', level: 2, align: 'center', text: text(`grant-report:title.${kind}`) },
    {
      kind: 'paragraph',
      align: 'center',
      emphasis: 'strong',
      text: text('grant-report:standing', { percent: progress.percent, on, version }),
    },
  ];
}
