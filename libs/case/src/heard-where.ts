// Where a case or a process must stand for an event to be heard: read from the pictures, which do not change.
import { caseMachine } from './case.machine.js';
import type { EventType } from './facts.js';
import type { Through } from './picture.js';
import { processMachine } from './process.machine.js';

type Node = (typeof processMachine)['root'] | (typeof caseMachine)['root'];

/** Whether a place itself hears the event while it happens; what is written down late is heard anywhere. */
const hears = (node: Node, type: EventType): boolean =>
  (node.transitions.get(type) ?? []).some(
    ({ guard }) =>
      (guard as { params?: Through } | undefined)?.params && !isLate(guard as unknown as { params: Through }),
  );
const isLate = ({ params }: { params: Through }): boolean => params.only === 'recordedLate';

/** The names of the places that hear it, the innermost, in the order of the practice; empty where everywhere or nowhere does. */
export function heardWhere(type: EventType): string[] {
  const within = (node: Node): string[] =>
    Object.values(node.states as Record<string, Node>).flatMap((one) => (hears(one, type) ? [one.key] : within(one)));
  return [processMachine.root, caseMachine.root].flatMap((root) => (hears(root, type) ? [] : within(root)));
}
