// The head of every screen of a case: reference, what it is about, where it stands, and the links between its screens.
import type { CaseHeadModel } from '../../../kit/case-head/case-head.js';
import type { StagesModel } from '../../../kit/stages/stages.js';
import type { Speaker } from '../../../locale/speaker.js';
import { isFor } from '../../../server/area.js';
import { caseAddress, formAddress } from '../addresses.js';
import { isYours, type DoorRead } from '../blockers.js';
import { formFor } from '../forms-of-commands.js';
import type { Side } from '../sides.js';

export interface HeadOfCase {
  readonly id: string;
  readonly reference: string;
  readonly stage: string;
  readonly openedAt: string | null;
  readonly referral: { readonly offences: readonly { readonly kind: string }[] } | null;
  readonly processes: readonly { readonly type: string | null; readonly stage: string }[] | null;
  readonly doors: readonly DoorRead[] | null;
}

export type Screen = 'overview' | Side | 'timeline' | 'chart' | 'risk' | 'looked';

/** The stages that a process goes through, in order; a meeting and an exchange stand in the same place. */
const way = ['suitability', 'consent', 'preparation', 'conference', 'followUp', 'ended'] as const;

/** Roles for which the record of who looked is there. */
export const accountable: readonly string[] = ['manager', 'safeguardingLead'];

/** `roles` are the reader's: who looked is for some alone; the risk picture is for those who assess it (R39). */
export function caseHead(found: HeadOfCase, screen: Screen, speaker: Speaker, roles: readonly string[]): CaseHeadModel {
  const { say, name } = speaker;
  const link = (to: Screen, text: string, part: string) => ({
    text,
    href: caseAddress(found.id, part),
    current: to === screen,
  });
  const side = screen === 'harmed' || screen === 'responsible' ? screen : null;
  const log = formFor('attemptContact');
  const mayLog = log !== undefined && isYours(found.doors ?? [], 'attemptContact');
  return {
    side,
    word: say('form.case'),
    reference: found.reference,
    line: side ? say('case.sideApart', { side: name('sides', side) }) : lineOf(found, speaker),
    stages: side ? null : stagesOf(found, speaker),
    label: say('case.screens'),
    links: [
      link('overview', say('case.overview'), ''),
      link('harmed', name('sides', 'harmed'), 'sides/harmed'),
      link('responsible', name('sides', 'responsible'), 'sides/responsible'),
      link('timeline', say('case.timeline'), 'timeline'),
      link('chart', say('case.chart'), 'chart'),
      ...(isYours(found.doors ?? [], 'assessRisk') ? [link('risk', say('case.risk'), 'risk')] : []),
      ...(isFor(accountable, roles) ? [link('looked', say('case.looked'), 'looked')] : []),
    ],
    deeds: mayLog ? [{ text: name('steps', 'attemptContact'), href: formAddress(found.id, log.address) }] : [],
  };
}

function lineOf({ referral, processes, openedAt }: HeadOfCase, { say, name, day }: Speaker): string {
  const types = (processes ?? []).flatMap(({ type }) => (type === null ? [] : [name('processTypes', type)]));
  return [
    (referral?.offences ?? []).map(({ kind }) => name('offenceKinds', kind)).join(', '),
    [...new Set(types)].join(', '),
    openedAt === null ? '' : say('case.openSince', { day: day(openedAt) }),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** One process in one line; of several each has its own, so that the head draws none. */
function stagesOf({ processes, stage }: HeadOfCase, { say, name }: Speaker): StagesModel | null {
  const [only, ...more] = processes ?? [];
  if (!only || more.length > 0) return null;
  const exchange = only.stage === 'exchange';
  const now = stage === 'closed' ? way.length : way.indexOf((exchange ? 'conference' : only.stage) as 'consent');
  return {
    label: say('case.stage'),
    passed: say('case.passed'),
    stages: way.slice(0, 5).map((one, at) => ({
      name: name('stages', one === 'conference' && exchange ? 'exchange' : one),
      state: at < now ? 'passed' : at === now ? 'now' : 'toCome',
    })),
  };
}
