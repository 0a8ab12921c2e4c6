// Unusual reading counted once more, from the entries alone, without SQL and without kept counts: what a second person would find by going through them all.
import type { Id } from '#libs/case';

/** One entry of the record of reads by a member of staff. */
export interface EntryRead {
  readonly seq: number;
  readonly at: Date;
  readonly by: Id;
  readonly kind: string;
  readonly purpose: string;
  readonly cases: readonly Id[];
}
export interface UnusualCount {
  readonly reason: string;
  readonly staffId: Id;
  readonly reads: number;
  readonly cases: number;
  readonly days: number;
  readonly firstAt: string;
  readonly lastAt: string;
}
/** The numbers of a service that unusual reading is judged by. */
export interface Numbers {
  readonly tries: number;
  readonly returns: number;
  readonly cases: number;
  readonly timesHabit: number;
  readonly fromHour: number;
  readonly untilHour: number;
  readonly nightCases: number;
  readonly closedDays: number;
}

const DAY = 86_400_000;
const clock = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
});
/** The day and the hour that a clock in London shows. */
function shown(at: Date): { day: string; hour: number } {
  const part = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  return { day: `${part['year']}-${part['month']}-${part['day']}`, hour: Number(part['hour']) };
}
const later = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
const different = (entries: readonly EntryRead[]): number => new Set(entries.flatMap(({ cases }) => cases)).size;

function middle(numbers: readonly number[]): number {
  const inOrder = numbers.toSorted((a, b) => a - b);
  const half = inOrder.length / 2;
  return inOrder.length === 0 ? 0 : ((inOrder[Math.ceil(half) - 1] ?? 0) + (inOrder[Math.floor(half)] ?? 0)) / 2;
}

/** What is unusual from one day to another. `closed`: when cases were closed; `worked`: who wrote in the journal of which case on which day. */
export function unusualIn(
  entries: readonly EntryRead[],
  { from, to }: { from: string; to: string },
  numbers: Numbers,
  closed: ReadonlyMap<Id, Date>,
  worked: readonly { by: Id; caseId: Id; at: Date }[],
): UnusualCount[] {
  const within = ({ at }: { at: Date }): boolean => shown(at).day >= from && shown(at).day <= to;
  return [...Map.groupBy(entries, ({ by }) => by)].flatMap(([staffId, all]) => {
    const asked = all.filter(within);
    const opened = all.filter(
      ({ kind, purpose, cases }) => (kind === 'read' || kind === 'export') && purpose !== 'none' && cases.length > 0,
    );
    const byDay = Map.groupBy(opened, ({ at }) => shown(at).day);
    const habit = (day: string): number =>
      middle([...byDay].filter(([d]) => d < day && d >= later(day, -56)).map(([, some]) => different(some)));
    const night = (at: Date): string => (shown(at).hour < 12 ? shown(at).day : later(shown(at).day, 1));
    const dark = opened.filter(({ at }) => {
      const { day, hour } = shown(at);
      return day <= to && (hour >= numbers.fromHour || hour < numbers.untilHour);
    });
    const tries = asked.filter(({ purpose }) => purpose === 'none');
    const byRole = opened.filter(
      (one) => within(one) && ['management', 'coordination', 'safeguarding'].includes(one.purpose),
    );
    const again = [...new Set(byRole.flatMap(({ cases }) => cases))].filter(
      (id) =>
        new Set(byRole.filter(({ cases }) => cases.includes(id)).map(({ at }) => shown(at).day)).size >=
          numbers.returns && !worked.some((step) => step.by === staffId && step.caseId === id && within(step)),
    );
    const found: Record<string, EntryRead[]> = {
      emergency: asked.filter(({ kind }) => kind === 'emergency'),
      noAccess: tries.filter(
        ({ at }) => tries.filter((other) => shown(other.at).day === shown(at).day).length >= numbers.tries,
      ),
      returning: opened.filter((one) => within(one) && one.cases.some((id) => again.includes(id))),
      manyCases: [...byDay].flatMap(([day, some]) =>
        day >= from &&
        day <= to &&
        different(some) >= numbers.cases &&
        different(some) >= numbers.timesHabit * habit(day)
          ? some
          : [],
      ),
      atNight: [...Map.groupBy(dark, ({ at }) => night(at)).values()]
        .filter((some) => different(some) >= numbers.nightCases)
        .flat()
        .filter(within),
      afterClosing: opened.filter(
        (one) =>
          within(one) &&
          one.cases.some((id) => (closed.get(id)?.getTime() ?? Infinity) + numbers.closedDays * DAY < +one.at),
      ),
    };
    return Object.entries(found).flatMap(([reason, some]) => {
      const inOrder = some.toSorted((a, b) => +a.at - +b.at);
      const [first, last] = [inOrder.at(0), inOrder.at(-1)];
      if (!first || !last) return [];
      return [
        {
          reason,
          staffId,
          reads: some.length,
          cases: different(some),
          days: new Set(some.map(({ at }) => shown(at).day)).size,
          firstAt: first.at.toISOString(),
          lastAt: last.at.toISOString(),
        },
      ];
    });
  });
}
