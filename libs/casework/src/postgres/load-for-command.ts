// The first round trip of a command: the answer already given, the case, its service's settings. One statement for all questions in the same scope.
import type { Actor, Id } from '#libs/case';
import { scopeOf, sightOn, type ActorStatement, type Claims, idOf, type Checks } from '#libs/permissions';
import { keyDigest } from '#libs/commands';
import { serviceScope, type Scope, together } from '#libs/database';
import type { CaseFile, Kept } from '../ports.js';
import type pg from 'pg';
import { fileColumns, fileOf, type FileRow } from './case-columns.js';

/** One question: this actor, this case, this key; with claims, also who they belong to now. */
export interface Question {
  actor: Actor;
  caseId: Id;
  key: string;
  claims?: Claims;
}
export interface Found {
  kept: Kept | null;
  file: CaseFile | null;
}
/** With claims, `now` is the actor behind them as they are now; null when there is none any more. */
export interface Loaded extends Found {
  now?: Actor | null;
}

const textWith = (checks: Checks): string => `
select q.n, a.case_id as kept_case, a.request_hash, a.revision as kept_revision,
  ${fileColumns}
from unnest($1::int[], $2::text[], $3::text[], $4::uuid[], $5::uuid[], $6::text[], $7::uuid[]) as q (n, actor, key, case_id, service_id, sight, who)
left join answer a on a.actor_id = q.actor and a.key = q.key
left join case_file c on c.id = q.case_id and ${checks.visibleSql('q.service_id', 'q.sight', 'q.who')}
left join service s on s.id = c.service_id`;

type Row = Partial<FileRow> & {
  n: number;
  kept_case: Id | null;
  request_hash: Buffer;
  kept_revision: number;
};

// Each actor has a scope of their own: a connection that one of them declared shuts a case to that one alone (R42).
const scopeFor = ({ actor }: Question): Scope => scopeOf(actor);

/**
 * Answers every question in one round trip, in their order: a statement for each scope, all in one transaction. Who asks is
 * read before the cases are: an actor who was deactivated before the question was asked is never found at work.
 */
export async function loadForCommand(
  pool: pg.Pool,
  questions: readonly Question[],
  checks: Checks,
  actors: ActorStatement,
): Promise<Loaded[]> {
  const found: Loaded[] = questions.map(() => ({ kept: null, file: null }));
  const whoAsks = askingWho(questions, actors);
  const text = textWith(checks);
  const groups = Map.groupBy(questions.keys(), (n) => Object.values(scopeFor(questions[n] as Question)).join(' '));
  const asked = [...groups.values()].map((numbers) => {
    const column = <T>(of: (q: Question) => T): T[] => numbers.map((n) => of(questions[n] as Question));
    const values = [
      numbers,
      column((q) => q.actor.id),
      column((q) => keyDigest(q.key)),
      column((q) => q.caseId),
      column((q) => q.actor.serviceId),
      column((q) => sightOn(q.actor, q.caseId)),
      column((q) => idOf(q.actor)),
    ];
    return {
      scope: scopeFor(questions[numbers[0] as number] as Question),
      query: { name: `load ${checks.on}`, text, values },
    };
  });
  const results = await together(pool, [...whoAsks.map(({ statement }) => statement), ...asked]);
  for (const { rows } of results.slice(whoAsks.length))
    for (const { n, kept_case, request_hash, kept_revision, ...row } of rows as Row[])
      found[n] = {
        kept: kept_case === null ? null : { caseId: kept_case, requestHash: request_hash, revision: kept_revision },
        file: row.id ? fileOf(row as FileRow) : null,
      };
  whoAsks.forEach(({ read }, n) => read(results[n]?.rows ?? [], found));
  return found;
}

/** For each service the statement that reads who asks, each person once, and what puts them down beside their questions. */
function askingWho(questions: readonly Question[], actors: ActorStatement) {
  const at = new Date().toISOString();
  const services = Map.groupBy(
    questions.flatMap(({ claims }, n) => (claims ? [{ n, claims, sign: JSON.stringify(claims) }] : [])),
    ({ claims }) => claims.serviceId,
  );
  return [...services].map(([serviceId, asking]) => {
    const signs = [...new Map(asking.map(({ sign, claims }) => [sign, claims]))];
    const claims = signs.map(([, one]) => one);
    return {
      statement: { scope: serviceScope(serviceId), query: actors.asking(claims, at) },
      read: (rows: readonly object[], found: Loaded[]): void => {
        const now = new Map(actors.found(claims, rows).map((actor, n) => [signs[n]?.[0], actor]));
        for (const { n, sign } of asking) (found[n] as Loaded).now = now.get(sign) ?? null;
      },
    };
  });
}
