// The picture of the practice: stages, steps and doors. Names only; facts change in learn.ts, doors are judged in rules.ts.
import { assign, setup } from 'xstate';
import { invalidEvent } from './checks.js';
import { factsOf, type CaseEvent, type EventOf, type Facts } from './facts.js';
import { learn } from './learn.js';
import { blockersBefore } from './rules.js';
import type { Settings } from './settings.js';
import { situations, type Situation } from './situations.js';
import { subjectOf } from './subjects.js';
import type { Door } from './vocabulary/stages.js';

/** The machine's context: the facts, and the service's numbers. Without settings it believes what the journal says did happen. */
export interface Context {
  facts: Facts;
  settings: Settings | null;
}
/** What an arrow says: the door it passes, and the situation it is for. */
export interface Through {
  door: Door;
  only?: Situation;
}

const machine = setup({
  types: {
    context: {} as Context,
    input: {} as { opened: EventOf<'case.opened'>; settings: Settings | null },
    events: {} as CaseEvent,
  },
  guards: {
    open: ({ context: { facts, settings }, event }, { door, only }: Through) =>
      (only === undefined || situations[only](facts, event)) &&
      (settings === null ||
        (invalidEvent(event, facts, settings).length === 0 &&
          blockersBefore(door, facts, event.at, settings, subjectOf(event)).length === 0)),
  },
  actions: { learn: assign(({ context, event }) => ({ facts: learn(context.facts, event) })) },
});

/** An arrow through a door, for one situation or for any. */
const through = <const T extends string | undefined = undefined>(door: Door, only?: Situation, target?: T) => ({
  guard: { type: 'open' as const, params: only === undefined ? { door } : { door, only } },
  actions: 'learn' as const,
  ...(target === undefined ? {} : { target }),
});
const recorded = through('record');

/** Events by which a consent that the case stands on can end, or be asked again (R24). */
const ending = [
  'consent.withdrawn',
  'consent.refused',
  'consent.deferred',
  'process.chosen',
  'participant.joined',
  'age.confirmed',
  'risk.informed',
] as const;
/** Events that can call off a meeting without ending a consent. */
const callingOff = [
  'participant.left',
  'approach.confirmed',
  'invitation.decided',
  'concern.decided',
  'checkpoint.refused',
  'order.recorded',
] as const;
const each = <const N extends readonly string[], V>(names: N, value: V) =>
  Object.fromEntries(names.map((n) => [n, value])) as { [K in N[number]]: V };

const backToConsent = each(ending, [through('record', 'endsPreparation', '#consent'), recorded]);
const backToConsentOrArranging = {
  ...each(ending, [
    through('record', 'endsConference', '#consent'),
    through('record', 'callsOff', '.arranging'),
    recorded,
  ]),
  ...each(callingOff, [through('record', 'callsOff', '.arranging'), recorded]),
};
const alone = { 'victimOnly.completed': through('victimOnly', undefined, '#followUp') };
const agreeing = {
  'agreement.decided': recorded,
  'item.proposed': recorded,
  'item.checked': recorded,
  'item.agreed': through('agree'),
  'item.varied': recorded,
  'item.progressed': recorded,
  'item.recipientTold': recorded,
  'breach.reported': through('reportBreach'),
};

export const caseMachine = machine.createMachine({
  id: 'case',
  // xstate builds a throw-away actor without input for each `transition`: that one is given nothing, instead of an error to catch
  context: ({ input }: { input?: { opened: EventOf<'case.opened'>; settings: Settings | null } }) =>
    input ? { facts: factsOf(input.opened), settings: input.settings } : ({} as Context),
  initial: 'suitability',
  on: {
    'participant.joined': recorded,
    'participant.left': recorded,
    'age.confirmed': recorded,
    'approach.confirmed': recorded,
    'appropriateAdult.named': recorded,
    'identity.confirmed': recorded,
    'offer.made': recorded,
    'invitation.decided': recorded,
    'acknowledgement.recorded': recorded,
    'initiative.recorded': recorded,
    'interest.told': through('tellInterest'),
    'name.told': through('tellName'),
    'justice.updated': recorded,
    'suitability.decided': through('record', 'unsuitable'),
    'safeContact.recorded': recorded,
    'channel.cleared': recorded,
    'needs.recorded': recorded,
    'contact.attempted': through('approach'),
    'preference.stated': recorded,
    'preference.answered': recorded,
    'consent.given': recorded,
    'consent.refused': recorded,
    'consent.deferred': recorded,
    'consent.withdrawn': recorded,
    'consent.reconfirmed': recorded,
    'capacity.doubted': recorded,
    'capacity.assessed': recorded,
    'risk.assessed': recorded,
    'risk.informed': recorded,
    'checkpoint.passed': recorded,
    'checkpoint.refused': recorded,
    'flag.set': recorded,
    'flag.cleared': recorded,
    'concern.raised': recorded,
    'concern.decided': recorded,
    'order.recorded': recorded,
    'order.ended': recorded,
    'approval.needed': recorded,
    'approval.given': recorded,
    'restriction.lifted': recorded,
    'case.paused': recorded,
    'case.resumed': recorded,
    'facilitator.asked': recorded,
    'conflict.declared': recorded,
    'facilitator.assigned': through('assign'),
    'facilitator.released': recorded,
    'process.chosen': recorded,
    'readiness.stated': recorded,
    'arrangement.settled': recorded,
    'coWorking.agreed': recorded,
    'words.drafted': recorded,
    'words.agreed': recorded,
    'words.screened': recorded,
    'words.secondChecked': recorded,
    'words.held': recorded,
    'words.receiptNoted': recorded,
    'words.receiptTold': through('tellReceipt'),
    'followUp.done': recorded,
    'information.shared': through('share'),
    'notice.sent': through('send'),
    'deadline.passed': recorded,
    'case.closed': through('close', undefined, '.closed'),
  },
  states: {
    suitability: {
      on: { 'suitability.decided': [through('consent', 'suitable', 'consent'), through('record', 'unsuitable')] },
    },
    consent: { id: 'consent', on: { 'preparation.begun': through('preparation', undefined, 'preparation'), ...alone } },
    preparation: {
      on: {
        ...backToConsent,
        ...alone,
        'preparation.held': through('prepare'),
        'preparation.completed': [
          through('conference', 'aMeeting', 'conference.arranging'),
          through('conference', 'words', 'conference.exchange'),
        ],
      },
    },
    conference: {
      initial: 'arranging',
      on: { ...backToConsentOrArranging, ...agreeing, 'preparation.held': through('prepare') },
      states: {
        arranging: { on: { 'conference.booked': through('book', undefined, 'booked') } },
        booked: {
          on: {
            'conference.booked': through('book'),
            'conference.cancelled': through('record', undefined, 'arranging'),
            'conference.begun': through('begin', undefined, 'underWay'),
          },
        },
        underWay: {
          on: {
            'session.paused': through('record', undefined, 'interrupted'),
            'concern.raised': through('record', undefined, 'interrupted'),
            'case.paused': through('record', undefined, 'interrupted'),
            'capacity.doubted': through('record', undefined, 'interrupted'),
            'conference.ended': through('record', undefined, '#followUp'),
          },
        },
        interrupted: {
          on: {
            'session.checked': recorded,
            'session.resumed': through('resume', undefined, 'underWay'),
            'conference.ended': through('record', undefined, '#followUp'),
          },
        },
        exchange: {
          on: { 'words.passed': through('pass'), 'exchange.ended': through('endExchange', undefined, '#followUp') },
        },
      },
    },
    followUp: { id: 'followUp', on: { ...agreeing, 'process.chosen': through('record', undefined, 'consent') } },
    closed: {
      on: {
        'case.reopened': [through('reopen', 'beginsAgain', 'suitability'), through('reopen', 'looksAfter', 'followUp')],
      },
    },
  },
});
