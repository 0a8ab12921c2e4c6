// Which command an answer is: what was said before decides whether a no is a no or takes back.
import type { Operation } from '../../../api/operation.js';
import type { CommandAnswer } from '../../../server/answer-command.js';
import { calendarDay } from '../../../locale/days.js';
import { commands } from '../../commands/commands.generated.js';
import type { Form } from './form.js';
import type { ParticipantQuestionQuery } from './page.generated.js';

export type Part = ParticipantQuestionQuery['myCases'][number];
export type Asked = Part['consents'][number];
type Verb = 'giveConsent' | 'refuseConsent' | 'withdrawConsent' | 'deferConsent';

/** The document that sends a command of a person's own. */
export const sends = (
  verb: Verb,
): Operation<{ readonly answer: CommandAnswer }, { command: object; event: object }> => ({
  operationName: verb,
  sha256: commands[verb].sha256,
});

/** The command and its event; null for a yes that cannot be given here: nobody explained it, or there is no text. */
export function commandOf(
  { answer, items, version }: Form,
  part: Part,
  asked: Asked,
  today: string,
): { verb: Verb; event: object } | null {
  const { purpose, processId, about } = asked;
  const event = {
    participantId: part.participantId,
    purpose,
    ...(processId !== null && { processId }),
    ...(about !== null && { about }),
  };
  const given = asked.answer === 'given';
  switch (answer) {
    case 'no':
      return { verb: given ? 'withdrawConsent' : 'refuseConsent', event };
    case 'notNow':
      return { verb: 'deferConsent', event: { ...event, reaskOn: asked.notNowUntil } };
    case 'later':
      return { verb: 'deferConsent', event: { ...event, reaskOn: asked.laterOn } };
    case 'yes': {
      const { text } = asked;
      if (!text || !part.contact || asked.withAdult || text.version !== version) return null;
      if (!asked.explains.every((item) => items.includes(item))) return null;
      const on = part.reachedOn ?? today;
      const explained = { items: asked.explains, by: part.contact.id, on: calendarDay(on), language: text.language };
      const shown = { version: text.version, language: text.language };
      return { verb: 'giveConsent', event: { ...event, form: 'electronic', text: shown, explained } };
    }
  }
}
