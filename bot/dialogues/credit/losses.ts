// What a student loses with their data: said by /delete at both desks.
import { type Text, text } from '../../../engine/kernel/message.ts';
import type { KnownPerson } from '../shared/my-data.ts';

export const losses = (person: KnownPerson): readonly Text[] =>
  person.student ? [text('credit:erase')] : [];
