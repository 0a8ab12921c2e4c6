// The ports as resolvers get them: what is read of a case or a person is recorded on its way out (R68).
import { isUuid, type Actor, type Id } from '#libs/case';
import type { CaseRow } from '#libs/casework';
import type { Listed } from '#libs/database';
import type { ServiceMeasures } from '#libs/measures';
import type { CaseCommands } from '../../ports/casework.js';
import type { Emergencies, AccessLog } from '../../ports/access-log.js';
import type { MeasuresPort } from '../../ports/measures.js';
import type { Reading } from '../../ports/reading.js';
import { ownParts } from '../my-cases/part.js';
import { requestReads } from './recording.js';

/** Records the case of each row of a list. */
async function recordedRows<T extends Listed<{ caseId: Id }> | null>(reading: Promise<T>): Promise<T> {
  const listed = await reading;
  for (const { row } of listed?.rows ?? []) requestReads().cases.add(row.caseId);
  return listed;
}
/** Records the case that a command was about, where it was done. */
async function recordedCase(doing: Promise<Id | null>): Promise<Id | null> {
  const caseId = await doing;
  if (caseId) requestReads().cases.add(caseId);
  return caseId;
}
function recordCase({ id, staffIds }: CaseRow): void {
  const reads = requestReads();
  reads.cases.add(id);
  for (const staffId of staffIds) reads.colleagues.add(staffId);
}
/** A participant is answered their own parts of a case alone (queries/my-cases): a case without one is not in the answer. */
const showsSomething = (actor: Actor, row: CaseRow): boolean =>
  actor.kind !== 'participant' || ownParts(actor, row).length > 0;

// A case that is opened is opened with all persons in it, unless its reader has not declared yet (R42).
function recordWhole(row: CaseRow, reader: Id): void {
  recordCase(row);
  if (row.undeclaredIds.includes(reader)) return;
  for (const { personId } of Object.values(row.stored.facts.people.participants)) requestReads().persons.add(personId);
}

/** Reading, with every case and person in an answer recorded. A call that is added to the port does not compile until it is added here. */
export const recordedReading = ({ cases, people, service, names, namesToCheck, held }: Reading): Reading => ({
  cases: {
    caseload: async (actor, filter, page) => {
      const listed = await cases.caseload(actor, filter, page);
      for (const { row } of listed.rows) if (showsSomething(actor, row)) recordCase(row);
      return listed;
    },
    casesFor: async (actor, ids) => {
      const found = await cases.casesFor(actor, ids);
      for (const row of found.values()) recordWhole(row, actor.id);
      return found;
    },
    caseAsOf: async (actor, id, at) => {
      const then = await cases.caseAsOf(actor, id, at);
      if (then) requestReads().cases.add(id);
      return then;
    },
    journal: async (actor, id, page, until) => {
      const listed = await cases.journal(actor, id, page, until);
      if (listed) requestReads().cases.add(id);
      return listed;
    },
    notices: async (actor, ids) => {
      const found = await cases.notices(actor, ids);
      for (const [id, rows] of found) if (rows.length > 0) requestReads().cases.add(id);
      return found;
    },
    texts: async (actor, id, textIds) => {
      const found = await cases.texts(actor, id, textIds);
      if (found.size > 0) requestReads().cases.add(id);
      return found;
    },
    ownLetters: async (actor, id, textIds) => {
      const found = await cases.ownLetters(actor, id, textIds);
      if (found.size > 0) requestReads().cases.add(id);
      return found;
    },
    wordsReceived: async (actor, id) => {
      const found = await cases.wordsReceived(actor, id);
      if (found.length > 0) requestReads().cases.add(id);
      return found;
    },
    tasks: (actor, filter, page) => recordedRows(cases.tasks(actor, filter, page)),
    finishTask: (actor, id, at) => recordedCase(cases.finishTask(actor, id, at)),
    staff: async (actor) => {
      const rows = await cases.staff(actor);
      for (const { id } of rows) requestReads().colleagues.add(id);
      return rows;
    },
  },
  service: {
    service: (actor, today) => service.service(actor, today),
    notices: (actor, filter, page) => recordedRows(service.notices(actor, filter, page)),
    // a person's own, and part of the case that was read with it
    messages: (actor, at) => service.messages(actor, at),
  },
  people: {
    suggestions: async (actor, filter, page) => {
      const listed = await people.suggestions(actor, filter, page);
      for (const person of listed.rows.flatMap(({ row }) => row.persons)) {
        requestReads().persons.add(person.id);
        for (const { caseId } of person.cases) requestReads().cases.add(caseId);
      }
      return listed;
    },
    search: async (actor, search, page) => {
      const listed = await people.search(actor, search, page);
      for (const { row } of listed.rows) {
        requestReads().persons.add(row.id);
        for (const { caseId } of row.cases) requestReads().cases.add(caseId);
      }
      return listed;
    },
  },
  names: (...asked) => {
    for (const id of asked[1]) requestReads().persons.add(id);
    return names(...asked);
  },
  namesToCheck: (...asked) => {
    for (const id of asked[1]) requestReads().persons.add(id);
    return namesToCheck(...asked);
  },
  held: (...asked) => {
    for (const id of asked[1]) requestReads().persons.add(id);
    return held(...asked);
  },
});

/**
 * Casework, with what an answer tells recorded. One that was accepted tells ids and a revision, and stands in the journal
 * with its author; one that was refused says what stands in its way, which is as much as a preview.
 */
export const recordedCasework = (casework: CaseCommands): CaseCommands => ({
  tell: async (actor, command, newcomers) => {
    const answer = await casework.tell(actor, command, newcomers);
    if (!answer.ok && answer.why !== 'stale' && isUuid(command.caseId)) requestReads().cases.add(command.caseId);
    return answer;
  },
  preview: async (actor, caseId, event, also) => {
    if (isUuid(caseId)) requestReads().cases.add(caseId);
    return casework.preview(actor, caseId, event, also);
  },
  openCase: (actor, opening) => casework.openCase(actor, opening),
});

/** What was opened in an emergency tells of a case, and opening one records itself. */
export const recordedEmergencies = (emergencies: Emergencies): Emergencies => ({
  open: (actor, named, reason, at) => emergencies.open(actor, named, reason, at),
  end: (actor, id) => recordedCase(emergencies.end(actor, id)),
  acknowledge: (actor, id) => recordedCase(emergencies.acknowledge(actor, id)),
  // of the case that is read with it
  openOf: (actor, caseId) => emergencies.openOf(actor, caseId),
  list: (actor, filter, page) => recordedRows(emergencies.list(actor, filter, page)),
});

/** The record of reads names a case where an answer told of one alone. */
export const recordedAccessLog = (accessLog: AccessLog): AccessLog => ({
  whoLooked: (actor, of, page) => recordedEntries(accessLog.whoLooked(actor, of, page)),
  unusualReads: (actor, of, page) => recordedEntries(accessLog.unusualReads(actor, of, page)),
  unusual: (actor, days) => accessLog.unusual(actor, days),
  settings: (actor) => accessLog.settings(actor),
});
async function recordedEntries(reading: ReturnType<AccessLog['whoLooked']>): ReturnType<AccessLog['whoLooked']> {
  const listed = await reading;
  for (const { row } of listed.rows) if (row.caseIds.length === 1) requestReads().cases.add(row.caseIds[0] as Id);
  return listed;
}

/** Figures count, and name no person; the lists behind them are lists of cases. */
export const recordedMeasuring = (measuring: MeasuresPort): MeasuresPort => ({
  own: (actor, at) => measuring.own(actor, at),
  for: (actor, at) => {
    const figures = measuring.for(actor, at);
    return figures && recordedFigures(figures);
  },
});

function recordedFigures(figures: ServiceMeasures): ServiceMeasures {
  const [cases, waitingCases, unassignedCases] = [
    figures.cases.bind(figures),
    figures.waitingCases.bind(figures),
    figures.unassignedCases.bind(figures),
  ];
  const lists: Pick<ServiceMeasures, 'cases' | 'waitingCases' | 'unassignedCases'> = {
    cases: (name, page) => recordedRows(cases(name, page)),
    waitingCases: (page) => recordedRows(waitingCases(page)),
    unassignedCases: (page) => recordedRows(unassignedCases(page)),
  };
  return Object.assign(figures, lists); // and no copy: what several figures need is read once, and kept by them
}
