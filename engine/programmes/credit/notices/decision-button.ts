// The buttons of the credit's cards and notices at the staff desk.
import { type Button, text } from '../../../kernel/message.ts';

export const decisionButton = (label: string, go: string, argument: string): Button => ({
  label: text(`credit-staff:button.${label}`),
  action: { go, argument },
});
