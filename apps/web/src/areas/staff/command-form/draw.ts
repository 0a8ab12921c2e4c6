// Draws a form of a command: its fields, whose it is, how they may be reached, who would be told, what changed meanwhile.
import { idIn } from '../../../command-form/supplied-by.js';
import type { CommandForm, Typed } from '../../../command-form/definition.js';
import { fieldModels } from '../../../command-form/present.js';
import type { ProblemModel } from '../../../kit/problems/problems.js';
import type { Speaker } from '../../../locale/speaker.js';
import type { Look } from '../../../server/answer-command.js';
import { caseAddress, formAddress, personAddress } from '../addresses.js';
import { bandOf } from '../case-band.js';
import { contactRules } from '../contact-rules.js';
import { aboveForm } from './subject.js';
import { sideOf } from '../sides.js';
import type { LookFirstQuery, StaffFormQuery } from './page.generated.js';

/** What the address of a form names. */
export interface Place {
  readonly caseId: string;
  readonly about: string | null;
  readonly processId: string | null;
}

/** A form as it was opened. */
export interface Opened {
  readonly me: StaffFormQuery['me'];
  readonly case: NonNullable<StaffFormQuery['case']>;
  readonly place: Place;
  readonly draft: StaffFormQuery['draft'];
  readonly texts: NonNullable<StaffFormQuery['consentTextsInForce']>;
}

/** What the template is given; `typed` is the form as it came, null for one that is opened. */
export function drawn(
  form: CommandForm,
  opened: Opened,
  speaker: Speaker<string>,
  typed: Typed | null,
  problems: readonly ProblemModel[],
): object {
  const { case: found, me, place, texts } = opened;
  const context = {
    case: found,
    me,
    about: place.about,
    processId: place.processId,
    name: speaker.name,
    day: speaker.day,
    now: speaker.now,
    texts,
    candidates: found.candidates ?? [],
  };
  const wrong = new Map(problems.flatMap(({ href, text }) => (href ? [[href.slice(1), text] as const] : [])));
  const { caseId, ...within } = place;
  return {
    band: bandOf(found, whomItIsAbout(opened), speaker),
    fields: fieldModels(form, context, speaker, typed, wrong),
    above: aboveForm(form, context, speaker),
    intro: 'intro' in form.words.en ? speaker.say('intro') : null,
    send: 'send' in form.words.en ? speaker.say('send') : speaker.say('form.save'),
    action: formAddress(caseId, form.address, within),
    leave: whomItIsAbout(opened) ? personAddress(caseId, idIn(place.about) ?? '') : caseAddress(caseId),
    rules: rules(opened, speaker),
    concernAt: formAddress(caseId, 'raise-concern'),
  };
}

const whomItIsAbout = ({ case: { participants }, place }: Opened) =>
  participants?.find(({ id }) => id === idIn(place.about)) ?? null;

function rules(opened: Opened, speaker: Speaker<string>) {
  const person = whomItIsAbout(opened);
  if (!person) return null;
  const { doors, processes } = opened.case;
  const door = doors?.find(({ event, about }) => event === 'contact.attempted' && about === person.id) ?? null;
  return contactRules(person, sideOf(processes ?? [], person), door, [], null, speaker);
}

/** Who would be told what; "nothing" is said aloud of everybody else. */
export function toldBy({ case: found, preview }: LookFirstQuery, { say, name, moment }: Speaker<string>): Look {
  const whom = new Map(found?.participants?.map((person) => [person.id, person.name ?? name('roles', person.role)]));
  const rows = preview.told.map(({ participantId, template, notBefore }) => ({
    who: whom.get(participantId) ?? '',
    what: say('command.toldAt', { what: name('notices', template), when: moment(notBefore) }),
  }));
  const off = preview.meetingsCalledOff.length > 0 ? [{ who: say('form.case'), what: say('command.calledOff') }] : [];
  const everybody = [...off, ...rows];
  return {
    revision: found?.revision ?? null,
    happens: preview.happens,
    told:
      everybody.length === 0
        ? null
        : {
            id: 'told',
            title: say('command.tells'),
            rows: [...everybody, { who: say('command.nobodyElse'), what: say('command.nothing') }],
          },
  };
}

/** Who changed what since a revision, latest first. */
export function changesSince(since: number, { case: found }: Opened, { say, name, moment }: Speaker<string>): string[] {
  const whom = new Map(found.participants?.map((person) => [person.id, person.name ?? name('roles', person.role)]));
  return (found.journal?.edges ?? [])
    .map(({ node }) => node)
    .filter(({ seq }) => seq > since)
    .toReversed()
    .map(({ at, type, about, by }) =>
      say('command.changed', {
        who: by.name ?? say('form.clock'),
        what: name('events', type).replace('{{whom}}', whom.get(about ?? '') ?? say('form.somebody')),
        when: moment(at),
      }),
    );
}
