// Reads the statechart for a drawing: which boxes there are, which arrows join them, and what each box only records.

/** The part of an XState node that a drawing needs; the machine of libs/case fits it. */
export interface Box {
  readonly key: string;
  readonly id: string;
  readonly path: readonly string[];
  readonly states: Readonly<Record<string, Box>>;
  readonly initial: { readonly target: readonly Box[] | undefined };
  readonly transitions: ReadonlyMap<string, readonly Way[]>;
  /** What follows by itself, without an event. */
  readonly always?: readonly Way[] | undefined;
}

/** One way an event can go. */
export interface Way {
  readonly eventType: string;
  readonly target: readonly Box[] | undefined;
  readonly guard?: unknown;
}

/** Everything that leads from one box to another, in the order of the machine. */
export interface Arrow {
  readonly from: Box;
  readonly to: Box;
  readonly reasons: readonly Reason[];
}

/** An event, and the situation in which it takes this way. Without an event it follows by itself. */
export interface Reason {
  readonly event: string | null;
  readonly only: string | null;
}

/** The box and all boxes inside it, outermost first. */
export function boxesIn(box: Box): Box[] {
  return [box, ...Object.values(box.states).flatMap(boxesIn)];
}

/** The arrows that leave this box for another. */
export function arrowsFrom(box: Box): Arrow[] {
  const arrows = new Map<Box, Reason[]>();
  for (const way of waysOf(box)) {
    const [to] = way.target ?? [];
    if (to && to !== box) arrows.set(to, [...(arrows.get(to) ?? []), reasonOf(way)]);
  }
  return [...arrows].map(([to, reasons]) => ({ from: box, to, reasons }));
}

/** The events that this box takes without leaving: they change the facts, not the stage. */
export function recordedIn(box: Box): string[] {
  const leaving = new Set(arrowsFrom(box).flatMap(({ reasons }) => reasons.map(({ event }) => event)));
  return [...box.transitions.keys()].filter((type) => !leaving.has(type));
}

/** The box in which one finds oneself on entering this one. */
export function entryOf(box: Box): Box {
  const [inner] = Object.keys(box.states).length > 0 ? (box.initial.target ?? []) : [];
  return inner ? entryOf(inner) : box;
}

const waysOf = (box: Box): Way[] => [...[...box.transitions.values()].flat(), ...(box.always ?? [])];

function reasonOf({ eventType, guard }: Way): Reason {
  const { params } = (guard ?? {}) as { params?: { only?: string; that?: string } };
  return { event: eventType === '' ? null : eventType, only: params?.only ?? params?.that ?? null };
}

/** `suitability`, `follow up`: a name of the code as people read it. */
export function inWords(name: string): string {
  return name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}
