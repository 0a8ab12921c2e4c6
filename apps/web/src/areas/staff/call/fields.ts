// The form of a call: its parts, and in each the fields, as the kit draws them.
import type { FieldModel } from '../../../kit/field/field.js';
import type { ProblemModel } from '../../../kit/problems/problems.js';
import type { Look } from '../../../look/look.js';
import type { Speaker } from '../../../locale/speaker.js';
import { ELSEWHERE } from '../../public/refer/steps.js';
import type { StaffCallQuery } from './page.generated.js';
import type { en } from './words.en.js';

type Own = Extract<keyof typeof en, string>;
type Typed = Readonly<Record<string, unknown>>;
type Asked = readonly [control: FieldModel['control'], name: Own, ...choices: string[]];

/** Safety first; what comes after can be typed in any order. */
const parts: Readonly<Record<'safety' | 'talk' | 'reach' | 'person' | 'help', readonly Asked[]>> = {
  safety: [
    ['radios', 'safe', 'yes', 'sometimes', 'never', 'unsure'],
    ['radios', 'urgent', 'no', 'yes'],
    ['area', 'risk'],
  ],
  talk: [
    ['area', 'whatHappened'],
    ['radios', 'abuse', 'yes', 'no', 'unsure'],
    ['radios', 'reported', 'yes', 'no', 'unsure'],
    ['text', 'reference'],
  ],
  reach: [
    ['text', 'telephone'],
    ['text', 'email'],
    ['checkboxes', 'ways', 'phone', 'text', 'email', 'post'],
    ['text', 'times'],
    ['radios', 'voicemail', 'no', 'yes'],
    ['text', 'safeWords'],
    ['text', 'mustNotKnow'],
    ['text', 'address'],
  ],
  person: [
    ['text', 'name'],
    ['text', 'callMe'],
    ['radios', 'who', 'myself', 'child', 'somebody', 'responsible'],
    ['radios', 'agreed', 'yes', 'no', 'notAsked'],
    ['text', 'forWhom'],
  ],
  help: [
    ['radios', 'language', 'en', 'cy', 'other'],
    ['checkboxes', 'needs', 'bsl', 'easy read', 'large print', 'someone with me', 'interpreter'],
    ['text', 'otherNeeds'],
  ],
};

export interface PartModel {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly FieldModel[];
}

/** The whole form. `typed` is what was sent, where it is shown again. */
export function partsOf(
  speaker: Speaker<Own>,
  typed: Typed,
  look: Look,
  staff: StaffCallQuery['staff'],
  problems: readonly ProblemModel[],
): readonly PartModel[] {
  const field = ([control, name, ...choices]: Asked, items?: NonNullable<FieldModel['items']>): FieldModel => {
    const said = [typed[name] ?? []].flat();
    const text = (choice: string) => speaker.say(key(name, choice));
    const problem = problems.find(({ href }) => href === `#${name}`)?.text;
    const hint = sayIfThere(speaker, `${name}Hint`);
    return {
      control,
      name,
      id: name,
      label: speaker.say(name),
      error: speaker.say('site.error'),
      value: String(said[0] ?? ''),
      items: items ?? choices.map((value) => ({ value, text: text(value), chosen: said.includes(value) })),
      ...(hint !== null && { hint }),
      ...(problem !== undefined && { problem }),
    };
  };
  const chosen = (name: string, value: string) => [typed[name] ?? []].flat().includes(value);
  const areas = [...look.areas, ...look.neighbours.map(({ area }) => `${ELSEWHERE}:${area}`)];
  const area = [...areas, ELSEWHERE].map((value) => ({
    value,
    text: value === ELSEWHERE ? speaker.say('area_elsewhere') : value.replace(`${ELSEWHERE}:`, ''),
    chosen: chosen('area', value),
  }));
  const workers = workersOf(staff, speaker).map((one, at) => ({
    ...one,
    chosen: 'worker' in typed ? chosen('worker', one.value) : at === 0,
  }));
  const onward = [
    field(['select', 'area'], area),
    field(['radios', 'handOver', 'yes', 'no']),
    ...(workers.length > 0 ? [field(['select', 'worker'], workers)] : []),
  ];
  return [
    ...Object.entries(parts).map(([id, asked]) => ({
      id,
      title: speaker.say(id as Own),
      fields: asked.map((one) => field(one)),
    })),
    { id: 'onward', title: speaker.say('onward'), fields: onward },
  ];
}

/** Facilitators who are at work, the one with most room first. */
function workersOf(staff: StaffCallQuery['staff'], speaker: Speaker<Own>) {
  const room = ({ points, caseloadLimit }: StaffCallQuery['staff'][number]) => (caseloadLimit ?? 0) - points;
  return staff
    .filter(({ active, roles }) => active && new Set(roles).has('facilitator'))
    .toSorted((one, other) => room(other) - room(one))
    .map(({ id, name, openCases }) => ({
      value: id,
      text: speaker.say('workerLoad', { name: name ?? speaker.name('staffRoles', 'facilitator'), cases: openCases }),
    }));
}

const key = (name: string, choice: string) =>
  `${name}_${choice}`.replaceAll(/ (\w)/g, (_all, letter: string) => letter.toUpperCase()) as Own;

/** A sentence that not every field has. */
function sayIfThere(speaker: Speaker<Own>, name: string): string | null {
  try {
    return speaker.say(name as Own);
  } catch {
    return null;
  }
}
