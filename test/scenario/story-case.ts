// One case of a story: whoever speaks about it, what each person sees of it, and the way cleared where the story does not care how.
import { isDeepStrictEqual } from 'node:util';
import { consentPurposes, type Duty, type Facts, type Id, type Purpose } from '#libs/case';
import { londonDate } from '#libs/time';
import { verbs } from '../../apps/api/src/commands/index.js';
import { LOOK, PART, type DoorSeen, type Part, type ProcessSeen, type Seen } from './case-seen.js';
import { clearTheWay, type Wanted } from './clear-blockers.js';
import { inShort, voiceOf, type Spoken, type Tried, type Verb, type Voice } from './voices.js';
import type { TestClock } from '../harness/service/test-clock.js';
import type { Colleague, Colleagues, Sql } from './colleagues.js';

/** What a case of a story needs of the service around it. */
export interface StoryContext {
  readonly colleagues: Colleagues;
  readonly clock: TestClock;
  readonly url: string;
  readonly sql: Sql;
  tokenOf(subject: string): Promise<string>;
  /** Gives a person of a case a way to sign in; gives its subject. */
  letsIn(personId: Id): Promise<string>;
  /** What is under `data`, for the holder of that subject's token; breaks off on errors. */
  ask<T>(subject: string, query: string, variables?: object): Promise<T>;
}

/** A participant: their ids, and their own voice. */
export interface Someone extends Voice {
  readonly id: Id;
  readonly personId: Id;
}
export class StoryCase {
  constructor(
    private readonly context: StoryContext,
    readonly id: Id,
  ) {}

  /** A colleague's voice about this case. */
  by(colleague: Colleague): Voice {
    return this.voice(colleague);
  }
  private voice(subject: string): Voice {
    const { url, tokenOf, clock } = this.context;
    return voiceOf(
      url,
      () => tokenOf(subject),
      this.id,
      () => clock.moves({ minutes: 1 }),
    );
  }

  /** The people of a role, in the order they joined, each with their own token. */
  async everyone(role: string): Promise<Someone[]> {
    const rows = await this.context.sql<{ id: Id }>(
      `select p.id from participant p join case_file c on c.id = p.case_id
       where p.case_id = $1 and p.role = $2 order by c.facts #>> array['people', 'participants', p.id::text, 'joinedAt'], p.id`,
      this.id,
      role,
    );
    return Promise.all(rows.map(({ id }) => this.someone(id)));
  }
  private async someone(id: Id): Promise<Someone> {
    const [row] = await this.context.sql<{ person_id: Id }>(
      'select person_id from participant where case_id = $1 and id = $2',
      this.id,
      id,
    );
    const personId = row?.person_id ?? '';
    return { id, personId, ...this.voice(await this.context.letsIn(personId)) };
  }
  /** The only one of a role. */
  async the(role: string): Promise<Someone> {
    const [one, ...others] = await this.everyone(role);
    if (!one || others.length > 0) throw new Error(`There is not exactly one ${role}`);
    return one;
  }

  /** The case as a colleague sees it now, or as it was. Null when there is none for them. */
  async seenBy(colleague: Colleague, at?: string): Promise<Seen | null> {
    const query = `query ($id: ID!, $at: DateTime) { case(id: $id, at: $at) { ${LOOK} } }`;
    return (await this.context.ask<{ case: Seen | null }>(colleague, query, { id: this.id, at })).case;
  }
  /** The case as the manager sees it. */
  async now(): Promise<Seen> {
    const seen = await this.seenBy('mona');
    if (!seen) throw new Error('There is no such case');
    return seen;
  }
  /** A process of the case as the manager sees it: that of this id, else the most pressing. */
  async process(processId?: Id): Promise<ProcessSeen> {
    const { processes } = await this.now();
    const found = processId === undefined ? processes[0] : processes.find(({ id }) => id === processId);
    if (!found) throw new Error('There is no such process');
    return found;
  }
  /** Where a process stands, and `closed` where the case is. */
  async stage(processId?: Id): Promise<string> {
    if (processId === undefined && (await this.now()).stage === 'closed') return 'closed';
    const { stage, step } = await this.process(processId);
    return step ? `${stage}, ${step}` : stage;
  }
  /** What stands before a step, as `rule about`; null when the case does not listen for it now. */
  async before(verb: Verb, about: Id | null = null, processId?: Id): Promise<string[] | null> {
    return (await this.door(verb, about, processId))?.blockers.map(inShort) ?? null;
  }
  /** The step this verb would take, of this process where one is named; of several, the one with the least before it. A contact is one of substance. */
  async door(verb: Verb, about: Id | null, processId?: Id): Promise<DoorSeen | undefined> {
    const found = (await this.now()).doors.filter(
      (d) =>
        d.event === verbs[verb] &&
        d.about === about &&
        d.door !== 'reachOut' &&
        (processId === undefined || d.processId === processId),
    );
    const steps = found.filter(({ kind }) => kind === 'step');
    return (steps.length > 0 ? steps : found).toSorted((a, b) => a.blockers.length - b.blockers.length)[0];
  }
  /** Promise 3: what stands before a step is what refuses whoever tries it. Gives the blockers. */
  async refuses(
    colleague: Colleague,
    verb: Verb,
    event: object | undefined,
    about: Id | null = null,
  ): Promise<string[]> {
    const listed = await this.before(verb, about, (event as { processId?: Id } | undefined)?.processId);
    const tried: Tried = await this.by(colleague).tries[verb](event as never);
    if (tried.ended !== 'Refused') throw new Error(`${verb} was not refused but ${tried.ended}`);
    if (tried.why !== 'blocked' || !isDeepStrictEqual(tried.blockers, listed))
      throw new Error(
        `${verb} lists ${listed?.join('; ')} and is refused by ${tried.why}: ${tried.blockers.join('; ')}`,
      );
    return tried.blockers;
  }

  /** A participant says yes to one thing, with their own token, after Grace has explained everything. */
  async yes(someone: Someone, purpose: Purpose, about?: string, more: object = {}): Promise<void> {
    await someone.giveConsent(this.aYes(someone, purpose, about, more));
  }
  /** A complete yes, on paper or a screen. */
  aYes({ id }: Someone, purpose: Purpose, about?: string, more: object = {}): Spoken<'giveConsent'> {
    const { colleagues, clock } = this.context;
    const items = consentPurposes[purpose].explained;
    return {
      participantId: id,
      purpose,
      ...(about && { about }),
      form: 'electronic',
      text: { version: '1', language: 'en' },
      explained: { items, by: colleagues.grace.id, on: londonDate(clock.now()), language: 'en' },
      ...more,
    };
  }
  /** A person joins the case; `supports` is whom they come with. */
  async joins(given: string, more: Spoken<'addParticipant'>): Promise<Someone> {
    const id = await this.by('cora').addParticipant({ person: { given }, age: 'adult', approach: 'agreed', ...more });
    return this.someone(id);
  }
  /** A facilitator or supervisor takes the case: asked, declared, assigned. */
  async isTakenBy(colleague: Colleague, duty: Duty = 'lead'): Promise<void> {
    const staffId = this.context.colleagues[colleague].id;
    await this.by('cora').askFacilitator({ staffId, duty });
    await this.by(colleague).declareConflict({ staffId, connected: false });
    await this.by('cora').assignFacilitator({ staffId, duty });
  }

  /** What a participant sees of their own part; null when the case is not there for them. */
  async partOf({ personId }: Someone): Promise<Part | null> {
    const query = `{ myCases { id ${PART} } }`;
    const { myCases } = await this.context.ask<{ myCases: (Part & { id: Id })[] }>(personId, query);
    const mine = myCases.find(({ id }) => id === this.id);
    if (!mine) return null;
    const { id: _id, ...part } = mine;
    return part;
  }

  /** What is stored, for answering: no story asserts on it. */
  async facts(): Promise<Facts> {
    const [row] = await this.context.sql<{ facts: Facts }>('select facts from case_file where id = $1', this.id);
    if (!row) throw new Error('There is no such case');
    return row.facts;
  }
  /**
   * Answers what stands before a step as the practice would, until the step is open. `but` names rules that the story
   * supplies itself: it stops when only those are left. `processId`: of which process, where there are several.
   */
  clearTheWay(verb: Verb, wanted: Wanted = {}): Promise<void> {
    return clearTheWay(this, this.context, verb, wanted);
  }
}
