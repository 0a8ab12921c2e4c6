// How a letter stands for its reader or its writer, what may be chosen, and which command a choice is.
import type { AnswersModel } from '../../../kit/answers/answers.js';
import type { Speaker } from '../../../locale/speaker.js';
import type { Choice } from './form.js';
import type { en } from './words.en.js';

type Own = Extract<keyof typeof en, string>;
export type Verb = 'noteReceipt' | 'withdrawConsent' | 'refuseConsent' | 'agreeCommunication' | 'takeBackCommunication';

export interface Letter {
  readonly id: string;
  readonly caseId: string;
  readonly participantId: string;
  readonly processId: string;
  readonly kind: string;
  readonly sent: boolean;
  readonly sha256: string | null;
  readonly passedOn: string | null;
  readonly receipt: string | null;
  /** Who works with them. */
  readonly who: string | null;
  /** What they said to being given something of this kind. */
  readonly wanted: string | null;
}

/** Of one's own it is not said how far it has come: that is the other person's to let them know (R50). */
export function stateOf({ sent, receipt, wanted }: Letter): 'ownState' | 'read' | 'declined' | 'waiting' {
  if (sent) return 'ownState';
  if (receipt === 'read') return 'read';
  return wanted === 'refused' || wanted === 'withdrawn' ? 'declined' : 'waiting';
}

/** Answers of one size, none chosen. */
export function choiceOf({ sent, who }: Letter, { say }: Speaker<Own>): AnswersModel {
  const items = sent
    ? [
        { value: 'agree', text: say('agree'), hint: say('agreeHint') },
        { value: 'takeBack', text: say('takeBack'), hint: say('takeBackHint') },
      ]
    : [
        { value: 'read', text: say('readNow'), hint: say('readNowHint') },
        {
          value: 'withSomebody',
          text: say('withSomebody'),
          hint: who === null ? say('withUsHint') : say('withSomebodyHint', { who }),
        },
        { value: 'keep', text: say('keep'), hint: say('keepHint') },
        { value: 'decline', text: say('decline'), hint: say('declineHint') },
      ];
  return { legend: say('choose'), name: 'choice', id: 'choice', items };
}

/** What the case is told of a choice; null where nothing changes. */
export function commandOf(letter: Letter, choice: Choice): { verb: Verb; event: object } | null {
  const { processId, participantId, id: communicationId, kind: about, sha256, sent, receipt, wanted } = letter;
  const of = { processId, communicationId, participantId };
  if (sent) {
    if (choice === 'takeBack') return { verb: 'takeBackCommunication', event: of };
    return choice === 'agree' ? { verb: 'agreeCommunication', event: { ...of, sha256 } } : null;
  }
  if (choice === 'read') return receipt === 'read' ? null : { verb: 'noteReceipt', event: { ...of, receipt: 'read' } };
  // Not wanting it is a no to being given such: one yes that is taken back, or a no where none was said.
  if (choice !== 'decline') return null;
  const event = { participantId, purpose: 'receive', processId, about };
  return { verb: wanted === 'given' ? 'withdrawConsent' : 'refuseConsent', event };
}
