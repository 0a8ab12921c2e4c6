// What comes next in a case, as its doors say it: open ones that are the reader's as links, shut ones with what stands before each.
import { commandFor } from '../../../command-form/supplied-by.js';
import type { DoorsModel, ShutDoor } from '../../../kit/doors/doors.js';
import type { Speaker } from '../../../locale/speaker.js';
import { formAddress } from '../addresses.js';
import { blockerModel, type BlockerRead, type ReaderOfCase } from '../blockers.js';
import { formFor } from '../forms-of-commands.js';

export interface StepRead {
  readonly event: string;
  readonly processId: string | null;
  readonly about: string | null;
  readonly kind: string;
  readonly open: boolean;
  readonly yours: boolean;
  readonly blockers: readonly BlockerRead[];
}

/** One step of one process, or of the case, about whomever it can be. */
interface Step {
  readonly event: string;
  readonly processId: string | null;
  readonly doors: readonly StepRead[];
}

/** The steps of one process, or with null of the case: a step that can be about several people is one. */
export function stepsOf(doors: readonly StepRead[], kind: 'step' | 'record', processId: string | null): Step[] {
  const here = doors.filter((door) => door.kind === kind && door.processId === processId && door.yours);
  const byEvent = Map.groupBy(here, ({ event }) => event);
  return [...byEvent].map(([event, of]) => ({ event, processId, doors: of }));
}

/** Steps as doors, with blockers in the words of the API, which name whom they are about; a step without a page yet is left out. */
export function doorsModel(steps: readonly Step[], reader: ReaderOfCase, speaker: Speaker): DoorsModel {
  const { say, name } = speaker;
  const withForm = steps.flatMap((step) => {
    const verb = commandFor(step.event);
    const form = formFor(verb);
    return verb && form ? [{ ...step, form, text: name('steps', verb) }] : [];
  });
  return {
    openLabel: say('case.canDo'),
    shutLabel: say('case.notYet'),
    open: withForm
      .filter(({ doors }) => doors.some(({ open }) => open))
      .map(({ text, form, processId, doors }) => {
        const open = new Set(doors.filter((door) => door.open).map(({ about }) => about));
        const [only] = open;
        const about = open.size === 1 && form.about !== null ? (only ?? null) : null;
        return { text, href: formAddress(reader.caseId, form.address, { about, processId }) };
      }),
    shut: withForm
      .filter(({ doors }) => doors.every(({ open }) => !open))
      .map(({ text, doors }) => shut(text, doors, reader, speaker)),
  };
}

function shut(text: string, doors: readonly StepRead[], reader: ReaderOfCase, speaker: Speaker): ShutDoor {
  const all = new Map(
    doors.flatMap(({ blockers }) => blockers.map((one) => [`${one.rule} ${one.about}`, one] as const)),
  );
  const blockers = [...all.values()].map((blocker) => blockerModel(blocker, reader, speaker));
  const count = blockers.length;
  return {
    text,
    notYet: count === 1 ? speaker.say('case.oneBefore') : speaker.say('case.manyBefore', { count }),
    blockers,
  };
}
