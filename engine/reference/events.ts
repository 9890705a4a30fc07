// What reference data announce: each event with what it carries. What follows stands in manifest.ts.
import Type from 'typebox';
import { event } from '../store/event.ts';

export const yearUnconfirmed = event('reference.year-unconfirmed', Type.Object({ year: Type.Integer() }));
