// Figures that stay in code, each with the reason why it is no parameter: `<file beneath engine/programmes> <constant or figure>`.

const becauseOf = (reason: string, ...figures: readonly string[]): Record<string, string> =>
  Object.fromEntries(figures.map((each) => [each, reason]));

export const allowed: Readonly<Record<string, string>> = {
  ...becauseOf(
    'A term that the text of a consent names: it changes with the text, as a new version of it.',
    ...[
      'badge/consent.ts CONSENT_YEARS',
      'contest/consent.ts CONSENT_YEARS',
      'credit/consent.ts CONSENT_YEARS',
    ],
    ...['contest/pages/page-consent.ts PAGE_YEARS', 'grant/questionnaires/contacts.ts YEARS'],
  ),
  ...becauseOf(
    'Keeps a slip of the finger or a flood out, far beyond anything that is meant.',
    ...['badge/journal/demands.ts MOST_WORK_DAYS', 'badge/schedule/check-schedule.ts LONGEST_LESSON'],
    ...['badge/schedule/check-schedule.ts LONGEST_PLAN', 'grant/project/bases.ts LONGEST_TRIP'],
    ...['contest/publicity/link.ts LONGEST', 'contest/publicity/plan.ts MOST_ITEMS'],
    ...['contest/votes/import-roster.ts MOST_LINES', 'contest/votes/import-roster.ts wrong'],
    ...['contest/packages/examine-text.ts LONGEST_TEXT', 'grant/evidence/offered.ts MOST'],
    ...['grant/import/sheets.ts 2000', 'grant/import/sheets.ts value', 'grant/import/sheets.ts count'],
    ...['grant/import/sheets.ts 1_000_000_000', 'contest/offers/make-offer.ts MOST_WAITING'],
  ),
  ...becauseOf(
    'How much is read or shown at a time.',
    ...['badge/centres/train.ts MOST', 'record.ts MOST'],
    ...['credit/views/hosted-projects.ts MOST', 'live-count.ts MOST_GROUPS', 'badge/analytics/figures.ts 10'],
  ),
  ...becauseOf(
    'Tells languages, copies and pictures apart: measured on examples, and no norm names it.',
    ...['contest/packages/copied-texts.ts RUN', 'contest/packages/copied-texts.ts MOST_SHARED'],
    ...['contest/packages/examine-photo.ts LEAST_SIDE', 'contest/packages/examine-photo.ts MOST_STRETCH'],
    ...['contest/packages/examine-photo.ts CMYK', 'contest/packages/examine-text.ts LEAST_OWN'],
    ...[
      'contest/packages/examine-text.ts LEAST_MIXED',
      'contest/packages/examine-text.ts LEAST_KAZAKH_LETTERS',
    ],
    ...['contest/packages/examine-text.ts LEAST_DISTINCT', 'contest/packages/examine-text.ts MOST_REPEATED'],
    ...['contest/packages/examine-text.ts LEAST_JUDGED', 'contest/packages/examine-text.ts MOST_MIXED'],
    'contest/packages/text-language.ts LEAST_LETTERS',
  ),
  ...becauseOf(
    'Draws somebody’s attention to votes; nothing follows from it by itself.',
    ...['contest/votes/signals.ts BURST_VOTES', 'contest/votes/signals.ts BURST_SPAN'],
  ),
  ...becauseOf(
    'Names things that the programme is made of: other ones would be other code.',
    ...[
      'credit/states.ts targets',
      'contest/editions/edition.ts shippedYears',
      'badge/schedule/draft.ts SATURDAY',
    ],
    ...['badge/questionnaire/survey.ts MOST', 'contest/nominations/eligibility.ts 5'],
    ...['badge/reference/mandatory.ts FIRST_YEAR', 'badge/reference/mandatory.ts YEARS'],
    ...['badge/schedule/draft.ts HOUR_OF_MINUTES', 'grant/plan/findings/plan-lines.ts DESCRIBED'],
  ),
  ...becauseOf(
    'Draws a page: widths of columns, sizes of headings.',
    ...['contest/protocols/layout.ts 3', 'contest/protocols/layout.ts 4'],
    ...['grant/attendance/list-document.ts 0.2', 'grant/attendance/list-document.ts 1.4'],
  ),
  ...becauseOf(
    'Letters of a proof in a link: enough that nobody guesses it.',
    'contest/offers/offer-link.ts PROOF',
  ),
  ...becauseOf(
    'The scale that the questionnaire shows: another one would be another questionnaire.',
    'grant/questionnaires/asked.ts SCALE',
  ),
  ...becauseOf(
    'Of all programmes together, which have no rules in common.',
    'invitations.ts INVITATION_DAYS',
  ),
};
