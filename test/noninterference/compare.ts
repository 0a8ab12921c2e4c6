// Asks both twin services the same, as the same reader, and says where the answers differ.
import type { Actor, Id } from '#libs/case';
import { startTestClock, type TestClock } from '../harness/service/test-clock.js';
import type { Reply } from '../harness/api/test-api.js';
import { chance } from '../simulation/chance.js';
import { aside, withoutHashes } from './set-aside.js';
import { asking, inBrief, inFull, previewing } from './requests.js';
import { actsInBoth, actsInOne } from './acts.js';
import { afterAll, type Pair } from './build-pair.js';
import { names, namesInOwn, words, wordsInOwn } from './names.js';
import { NOBODY } from './people.js';
import { beside, command, drawnVerb, eventOf, fromNowhere, idsOf, used, type Request } from './random-commands.js';
import { everybody } from './service-staff.js';
import { openTwinService, type TwinService } from './twin-service.js';

// Every pair asks every query whole, and one share of the other ways to ask them: hundreds of pairs ask all of them often.
const SHARES = 4;
const PREVIEWS = 8;
const COMMANDS = 4;
// How many pairs of a hundred differ in who looked as well.
const ACTS = 40;
const MONTHS_BEFORE = '2026-03-01T09:00:00.000Z';
/** Two twin services and their clock. */
export interface Twins {
  /** Where the answers of a pair differ; null when nowhere. `tried` gathers the verbs that were tried. */
  differ(pair: Pair, seed: number, tried: Set<string>): Promise<string | null>;
  /** The answers of one service to everything, as this actor, at an instant. */
  ask(which: 0 | 1, actor: Actor, query: string, variables: object, at: string): Promise<Reply>;
  readonly both: readonly [TwinService, TwinService];
  readonly clock: TestClock;
  close(): Promise<void>;
}

const previews = previewing(PREVIEWS);
export async function openTwins(): Promise<Twins> {
  const clock = startTestClock(MONTHS_BEFORE);
  const both = [await openTwinService(), await openTwinService()] as const;
  const standsAt = (at: string) => clock.moves({ minutes: (Date.parse(at) - Date.parse(clock.now())) / 60_000 });

  /** Sends one request to both; what differs, in words. */
  const compared = async (
    pair: Pair,
    request: Request,
    known: ReadonlySet<string>,
    spoilt: (reply: Reply) => boolean = () => false,
  ): Promise<string | null> => {
    const [one, two] = await Promise.all(both.map((twin) => twin.ask(pair.actor, request.query, request.variables)));
    const [plain, secret] = [one, two].map((reply) => shownTo(pair, reply as Reply, known)) as [string, string];
    if (plain === secret && spoilt(one as Reply)) return 'again';
    return plain === secret
      ? firstWrong(request.about, one as Reply)
      : `${request.about}: ${difference(plain, secret)}`;
  };

  // Some ways are answered to some readers with an error, which takes everything beside it along: these are asked alone.
  const alone = new Map<string, Set<string>>();
  const together = (kind: string, share: number): string[] =>
    [...inFull, ...inBrief.filter((_, n) => n % SHARES === share)].filter((way) => !alone.get(kind)?.has(way));
  const askAll = async (
    pair: Pair,
    kind: string,
    share: number,
    filled: object,
    known: ReadonlySet<string>,
  ): Promise<string | null> => {
    for (;;) {
      const ways = together(kind, share);
      const query = asking(ways);
      const request = { about: 'everything', query, variables: used(query, filled) };
      const found = await compared(pair, request, known, (reply) => {
        const path = reply.body.data === null ? pathOf(reply) : undefined;
        const way = ways[Number(path?.slice(1))];
        if (way) alone.set(kind, (alone.get(kind) ?? new Set()).add(way));
        return way !== undefined;
      });
      if (found !== 'again') return found;
    }
  };

  return {
    both,
    clock,
    ask: (which, actor, query, variables, at) => {
      standsAt(at);
      return both[which].ask(actor, query, variables);
    },
    differ: async (pair, seed, tried) => {
      const { caseId } = pair.without.stored.facts;
      const reference = referenceOf(caseId);
      for (const which of [0, 1] as const) await keepIn(both[which], which, pair);
      standsAt(afterAll(pair));
      const by = chance(seed);
      for (const act of actsInBoth(pair)) for (const twin of both) await act(twin.ask);
      if (by.percent(ACTS)) for (const act of actsInOne(pair)) await act(both[1].ask, tried);
      const known = knownIn(pair).add(reference);
      if (pair.own) known.add(referenceOf(pair.own.without.stored.facts.caseId));
      const ids = idsOf(pair, by);
      const filled = { ...ids, reference, partOfIt: reference.slice(0, 3) };
      const drawn = Array.from({ length: PREVIEWS }, () => drawnVerb(pair, by));
      for (const verb of drawn) tried.add(verb);
      const events = drawn.map((verb, n) => [`p${n}`, { [verb]: eventOf(verb, pair, ids, by) ?? true }]);
      const previewed = by.percent(90) ? ids.theCase : by.some([ids.nobody, ids.other]);
      const requests: Request[] = [
        {
          about: `preview ${drawn.join()}`,
          query: previews,
          variables: { caseId: previewed, ...Object.fromEntries(events) },
        },
        ...Array.from({ length: COMMANDS }, (_, n) => command(pair, ids, by, `${caseId} ${n}`, tried)),
        ...(by.percent(20) ? [beside(filled, by)] : []),
        ...(by.percent(20) ? [fromNowhere(filled, by)] : []),
      ];
      const kind = pair.reader;
      const share = by.upTo(SHARES);
      const first = await askAll(pair, kind, share, filled, known);
      if (first) return first;
      for (const way of [...(alone.get(kind) ?? [])].filter(() => by.percent(20)))
        requests.push({ about: way, query: asking([way]), variables: used(asking([way]), filled) });
      let changed = false;
      for (const request of requests) {
        const found = await compared(
          pair,
          request,
          known,
          (reply) => ((changed ||= reply.text.includes('"Told"')), false),
        );
        if (found) return found;
      }
      return changed ? askAll(pair, kind, share, filled, known) : null;
    },
    close: async () => {
      clock.stops();
      await Promise.all(both.map((twin) => twin.close()));
    },
  };
}

/** Every id of either service: these are the same in both, and are compared as they are. */
const knownIn = (pair: Pair): Set<string> =>
  new Set(
    JSON.stringify([pair.without, pair.with, pair.own, everybody, pair.actor, NOBODY]).match(
      /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
    ),
  );
/** Writes the case of a pair, and the reader's own, into one of the two services. */
async function keepIn(twin: TwinService, which: 0 | 1, pair: Pair): Promise<void> {
  const applied = which === 0 ? pair.without : pair.with;
  const reference = referenceOf(applied.stored.facts.caseId);
  await twin.keeps({ applied, reference, names: names(pair, which), words: words(pair, which) });
  if (!pair.own) return;
  const own = which === 0 ? pair.own.without : pair.own.with;
  await twin.keeps({
    applied: own,
    reference: referenceOf(own.stored.facts.caseId),
    names: namesInOwn(pair, which),
    words: wordsInOwn(pair, which),
  });
}
// Eight letters that a reference can have, out of the first digits of the id.
const referenceOf = (caseId: Id): string => {
  const letters = Array.from(caseId.slice(0, 8), (digit) => 'BCDFGHJKMNPQRSTV'[Number.parseInt(digit, 16)]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
};

/** All that came back: status, headers and body. Whoever has a case of their own reads a journal. */
function shownTo({ own }: Pair, reply: Reply, known: ReadonlySet<string>): string {
  const { date: _moment, ...headers } = reply.headers as Readonly<Record<string, unknown>>;
  const all = `${reply.status}\n${own ? withoutHashes(reply.text) : reply.text}\n${JSON.stringify(headers)}`;
  return aside(all, known);
}
/** The same error in both is no leak, and still no answer: the documents must fit the schema. */
const firstWrong = (asked: string, reply: Reply): string | null =>
  reply.status >= 500 ||
  (asked === 'everything' && reply.body.data === null) ||
  /GRAPHQL_(PARSE|VALIDATION)|LIMIT_EXCEEDED|"INTERNAL"|FORBIDDEN/.test(reply.text)
    ? `${asked} is not answered: ${reply.text.slice(0, 600)}`
    : null;
const pathOf = (reply: Reply): string | undefined =>
  String((reply.body.errors?.[0] as { path?: readonly string[] } | undefined)?.path?.[0] ?? '') || undefined;
const AROUND = 160;
function difference(one: string, two: string): string {
  let at = 0;
  while (at < one.length && one[at] === two[at]) at += 1;
  const part = (text: string) => text.slice(Math.max(0, at - AROUND), at + AROUND);
  return `without the secrets …${part(one)}… with them …${part(two)}…`;
}
