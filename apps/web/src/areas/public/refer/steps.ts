// The questions of referring oneself: one page each, contact safety first, and which are left out after what was said.

/** How the answer begins of somebody who lives outside our area. */
export const ELSEWHERE = 'elsewhere';

export type Said = Readonly<Record<string, readonly string[]>>;

/** A question on a page. `line` and `area` are typed; `one` and `several` are chosen from `choices`. */
export interface Question {
  readonly name: string;
  readonly kind: 'one' | 'several' | 'line' | 'area';
  readonly choices?: readonly string[];
  /** What a browser may offer to fill in, and which keys a phone shows. */
  readonly keys?: 'tel' | 'email';
}

export interface Step {
  /** Its address below /refer: a word that says nothing. */
  readonly name: string;
  readonly questions: readonly Question[];
  /** Left out: always asked. */
  readonly when?: (said: Said) => boolean;
}

const is = (said: Said, question: string, ...answers: string[]) =>
  answers.some((answer) => said[question]?.includes(answer) ?? false);
const mayContact = (said: Said) => !is(said, 'safe', 'never');
/** Of somebody who does not want it, nothing is asked: nothing of theirs would be kept (R7). */
const mayBeSaid = (said: Said) => !(is(said, 'who', 'somebody') && is(said, 'agreed', 'no'));
const one = (name: string, ...choices: string[]): Question => ({ name, kind: 'one', choices });

export const steps: readonly Step[] = [
  { name: 'safe', questions: [one('safe', 'yes', 'sometimes', 'never', 'unsure')] },
  { name: 'now', questions: [one('urgent', 'no', 'yes')] },
  {
    name: 'ways',
    when: mayContact,
    questions: [{ name: 'ways', kind: 'several', choices: ['phone', 'text', 'email', 'post'] }],
  },
  {
    name: 'where',
    when: mayContact,
    questions: [
      { name: 'telephone', kind: 'line', keys: 'tel' },
      { name: 'email', kind: 'line', keys: 'email' },
      { name: 'address', kind: 'area' },
    ],
  },
  { name: 'times', when: mayContact, questions: [{ name: 'times', kind: 'area' }] },
  {
    name: 'message',
    when: (said) => mayContact(said) && is(said, 'ways', 'phone'),
    questions: [one('voicemail', 'no', 'yes')],
  },
  { name: 'words', when: mayContact, questions: [{ name: 'safeWords', kind: 'area' }] },
  { name: 'quiet', when: mayContact, questions: [{ name: 'mustNotKnow', kind: 'area' }] },
  { name: 'who', questions: [one('who', 'myself', 'child', 'somebody', 'responsible')] },
  {
    name: 'agreed',
    when: (said) => is(said, 'who', 'somebody'),
    questions: [one('agreed', 'yes', 'no', 'notAsked')],
  },
  {
    name: 'for',
    when: (said) => is(said, 'who', 'child', 'somebody') && mayBeSaid(said),
    questions: [{ name: 'forWhom', kind: 'line' }],
  },
  { name: 'what', when: (said) => mayBeSaid(said), questions: [{ name: 'whatHappened', kind: 'area' }] },
  { name: 'known', questions: [one('abuse', 'yes', 'no', 'unsure')] },
  { name: 'told', questions: [one('reported', 'yes', 'no', 'unsure')] },
  {
    name: 'number',
    when: (said) => is(said, 'reported', 'yes') && mayBeSaid(said),
    questions: [{ name: 'reference', kind: 'line' }],
  },
  { name: 'place', questions: [one('area')] },
  {
    name: 'over',
    when: (said) => said['area']?.[0]?.startsWith(ELSEWHERE) ?? false,
    questions: [one('handOver', 'yes', 'no')],
  },
  {
    name: 'name',
    questions: [
      { name: 'name', kind: 'line' },
      { name: 'callMe', kind: 'line' },
    ],
  },
  {
    name: 'help',
    questions: [
      one('language', 'en', 'cy', 'other'),
      {
        name: 'needs',
        kind: 'several',
        choices: ['bsl', 'easy read', 'large print', 'someone with me', 'interpreter'],
      },
      { name: 'otherNeeds', kind: 'line' },
    ],
  },
];

/** The steps that are asked after what was said. */
export const asked = (said: Said): readonly Step[] => steps.filter(({ when }) => when?.(said) ?? true);

/** The step after this one; null after the last. */
export function after(name: string, said: Said): Step | null {
  const from = steps.findIndex((step) => step.name === name);
  return steps.slice(from + 1).find(({ when }) => when?.(said) ?? true) ?? null;
}

/** The step before this one; null before the first. */
export function before(name: string, said: Said): Step | null {
  const until = steps.findIndex((step) => step.name === name);
  return steps.slice(0, until).findLast(({ when }) => when?.(said) ?? true) ?? null;
}

/** The service of their area, where it is not ours, the settings name it, and they agreed to be handed over. */
export function neighbourOf(
  { area, handOver }: Said,
  { neighbours }: { readonly neighbours: readonly { readonly area: string; readonly service: string }[] },
): string | null {
  if (!handOver?.includes('yes')) return null;
  return neighbours.find((one) => area?.includes(`${ELSEWHERE}:${one.area}`))?.service ?? null;
}
