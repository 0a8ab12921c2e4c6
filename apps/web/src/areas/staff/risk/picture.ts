// The risk picture: what each version of an assessment says side by side, the latest last, and what was learnt between them.
import type { TagModel } from '../../../kit/tag/tag.js';
import type { Speaker } from '../../../locale/speaker.js';
import { formAddress } from '../addresses.js';
import { isYours } from '../blockers.js';
import { formFor } from '../forms-of-commands.js';
import { timelineOf } from '../timeline-items.js';
import type { StaffRiskQuery } from './page.generated.js';
import type { en } from './words.en.js';

type Own = keyof typeof en;
export type RiskRead = NonNullable<StaffRiskQuery['case']>;

/** As many versions as fit beside one another. */
const BESIDE = 4;

const kindOf = { low: 'good', medium: 'warn', high: 'danger' } as const satisfies Record<string, TagModel['kind']>;
const shapeOf = { low: 'check', medium: 'warn', high: 'stop' } as const;

const levelTag = (level: string, { name }: Speaker<Own>): TagModel => ({
  word: name('RiskLevel', level),
  kind: kindOf[level as keyof typeof kindOf],
  shape: shapeOf[level as keyof typeof shapeOf],
});

/** One table a person: a column each version, a row each thing that can differ. */
export function versionsOf(found: RiskRead, speaker: Speaker<Own>) {
  const { say, name, day } = speaker;
  return (found.participants ?? []).flatMap((person) => {
    const versions = (found.riskHistory ?? [])
      .filter(({ participantId }) => participantId === person.id)
      .slice(-BESIDE);
    if (versions.length === 0) return [];
    const factors = [...new Set(versions.flatMap((one) => one.factors))];
    const was = (at: number) => versions[at - 1];
    return [
      {
        id: `risk-${person.id}`,
        who: person.name ?? name('roles', person.role),
        role: name('roles', person.role),
        columns: versions.map(({ at, by }, index) => ({
          day: day(at),
          by: by.name ?? '',
          now: index === versions.length - 1,
        })),
        levels: versions.map(({ level }, index) => ({
          tag: levelTag(level, speaker),
          changed: was(index) !== undefined && was(index)?.level !== level ? say('changed') : '',
        })),
        tools: versions.map(({ tool }) => tool?.words ?? say('noTool')),
        factors: factors.map((factor) => ({
          name: name('riskFactors', factor),
          in: versions.map((one) => one.factors.includes(factor)),
        })),
      },
    ];
  });
}

/** Of these kinds the words stand beside the day: they are what the picture rests on. */
const known: ReadonlySet<string> = new Set([
  'risk.informed',
  'risk.assessed',
  'concern.raised',
  'concern.decided',
  'flag.set',
  'flag.cleared',
  'case.paused',
  'freeze.lifted',
  'order.recorded',
  'order.ended',
  'checkpoint.passed',
  'checkpoint.refused',
  'channel.cleared',
]);

/** What was learnt and decided about safety, latest first, with its words where they are for this reader. */
export function learnt(found: RiskRead, me: string, speaker: Speaker<Own>) {
  const named = new Map(found.participants?.map((one) => [one.id, one.name ?? speaker.name('roles', one.role)]));
  const entries = (found.journal?.edges ?? []).map(({ node }) => node).filter(({ type }) => known.has(type));
  const shown = timelineOf(entries, named, me, speaker);
  const words = entries.toReversed().map(({ texts }) => texts.flatMap((text) => text.words ?? []));
  return { items: shown.items.map((item, index) => ({ ...item, texts: words[index] ?? [] })) };
}

/** Each sign-off that was made, the latest first. */
export function signOffsOf(found: RiskRead, { say, name, day }: Speaker<Own>) {
  const all = [...(found.signOffs ?? []), ...(found.processes ?? []).flatMap(({ signOffs }) => signOffs)];
  return all
    .filter(({ at }) => at !== null)
    .toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : -1))
    .map(({ checkpoint, state, at, until, by }) => [
      { text: name('checkpoints', checkpoint) },
      { text: name('signOffStates', state) },
      { text: day(at ?? ''), more: by?.name ?? '' },
      { text: until === null ? say('untilNew') : day(until) },
    ]);
}

const deeds = ['decideConcern', 'passCheckpoint', 'refuseCheckpoint', 'liftFreeze', 'assessRisk', 'pauseCase'] as const;

/** What this reader may decide here. */
export const decisionsOf = (found: RiskRead, { name }: Speaker<Own>) =>
  deeds.flatMap((verb) => {
    const form = formFor(verb);
    if (!form || !isYours(found.doors ?? [], verb)) return [];
    return [{ text: name('steps', verb), href: formAddress(found.id, form.address) }];
  });
