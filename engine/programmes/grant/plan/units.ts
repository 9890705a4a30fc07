// What an indicator is counted in, and what may be sent for it. Source: 004_37e0be1e6b574c89, block III.

export const units = [
  'photo',
  'video',
  'screenshot',
  'publication',
  'list',
  'contactList',
  'person',
  'programme',
  'pressRelease',
  'protocol',
  'cv',
  'questionnaireExport',
  'procedure',
  'report',
  'material',
  'distributionRecord',
  'infographic',
  'banner',
  'view',
  'mediaPlan',
  'digest',
  'percent',
  'seminar',
] as const;
export type Unit = (typeof units)[number];

/** What a piece of evidence consists of. A survey's figure is made by Qadam itself. */
export const evidenceKinds = ['photo', 'video', 'document', 'link', 'survey'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

const paper: readonly EvidenceKind[] = ['document', 'photo', 'link'];

/** The kinds by which each unit may be shown, the likeliest first. */
export const kindsOf: Readonly<Record<Unit, readonly EvidenceKind[]>> = {
  photo: ['photo'],
  video: ['video', 'link'],
  screenshot: ['photo'],
  publication: ['link'],
  list: paper,
  contactList: paper,
  person: paper,
  programme: paper,
  pressRelease: paper,
  protocol: paper,
  cv: paper,
  questionnaireExport: ['document', 'link'],
  procedure: paper,
  report: paper,
  material: paper,
  distributionRecord: paper,
  infographic: ['photo', 'document', 'link'],
  banner: ['photo', 'document', 'link'],
  view: ['photo', 'link'],
  mediaPlan: paper,
  digest: paper,
  percent: ['survey'],
  seminar: paper,
};

/** Counted by the figure that is written beside the proof, not by the files. */
export const isFigure = (unit: Unit): boolean => unit === 'view' || unit === 'person';

/** Each file is one of them. */
export const isCountedByFile = (unit: Unit): boolean =>
  unit === 'photo' || unit === 'video' || unit === 'screenshot';

/** Done by whoever speaks to the public. */
export const publicityUnits: readonly Unit[] = [
  'publication',
  'view',
  'mediaPlan',
  'digest',
  'infographic',
  'banner',
];
