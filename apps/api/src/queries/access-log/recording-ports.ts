// The ports of the house as resolvers get them: whatever is read of a case or a person is noted on its way out (R68).
import { isUuid, type Id } from '#libs/case';
import type { CaseRow, Listed } from '#libs/casework';
import type { ServiceMeasures } from '#libs/measures';
import type { Casework } from '../../ports/casework.js';
import type { Emergencies, Looking } from '../../ports/access-log.js';
import type { Measuring } from '../../ports/measures.js';
import type { Reading } from '../../ports/reading.js';
import { noted } from './recording.js';

/** Notes the case of each row of a list. */
async function notedRows<T extends Listed<{ caseId: Id }> | null>(reading: Promise<T>): Promise<T> {
  const listed = await reading;
  for (const { row } of listed?.rows ?? []) noted().cases.add(row.caseId);
  return listed;
}
function noteCase({ id, staffIds }: CaseRow): void {
  const notes = noted();
  notes.cases.add(id);
  for (const staffId of staffIds) notes.colleagues.add(staffId);
}
// A case that is opened is opened with everybody in it, but for somebody who has not declared yet (R42).
function noteWhole(row: CaseRow, reader: Id): void {
  noteCase(row);
  if (row.undeclaredIds.includes(reader)) return;
  for (const { personId } of Object.values(row.stored.facts.people.participants)) noted().persons.add(personId);
}

/** Reading, with every case and person in an answer noted. A call that is added to the port does not compile until it is added here. */
export const notedReading = ({ cases, service, names }: Reading): Reading => ({
  cases: {
    caseload: async (actor, filter, page) => {
      const listed = await cases.caseload(actor, filter, page);
      for (const { row } of listed.rows) noteCase(row);
      return listed;
    },
    casesFor: async (actor, ids) => {
      const found = await cases.casesFor(actor, ids);
      for (const row of found.values()) noteWhole(row, actor.id);
      return found;
    },
    caseAsOf: async (actor, id, at) => {
      const then = await cases.caseAsOf(actor, id, at);
      if (then) noted().cases.add(id);
      return then;
    },
    journal: async (actor, id, page) => {
      const listed = await cases.journal(actor, id, page);
      if (listed) noted().cases.add(id);
      return listed;
    },
    notices: async (actor, ids) => {
      const found = await cases.notices(actor, ids);
      for (const [id, rows] of found) if (rows.length > 0) noted().cases.add(id);
      return found;
    },
    texts: async (actor, id, textIds) => {
      const found = await cases.texts(actor, id, textIds);
      if (found.size > 0) noted().cases.add(id);
      return found;
    },
    tasks: (actor, filter, page) => notedRows(cases.tasks(actor, filter, page)),
    finishTask: (actor, id) => cases.finishTask(actor, id),
    staff: async (actor) => {
      const rows = await cases.staff(actor);
      for (const { id } of rows) noted().colleagues.add(id);
      return rows;
    },
  },
  service: {
    service: (actor, today) => service.service(actor, today),
    notices: (actor, filter, page) => notedRows(service.notices(actor, filter, page)),
    // a person's own, and part of the case that was read with it
    messages: (actor, at) => service.messages(actor, at),
    suggestions: async (actor, filter, page) => {
      const listed = await service.suggestions(actor, filter, page);
      for (const person of listed.rows.flatMap(({ row }) => row.persons)) {
        noted().persons.add(person.id);
        for (const { caseId } of person.cases) noted().cases.add(caseId);
      }
      return listed;
    },
    people: async (actor, search, page) => {
      const listed = await service.people(actor, search, page);
      for (const { row } of listed.rows) {
        noted().persons.add(row.id);
        for (const { caseId } of row.cases) noted().cases.add(caseId);
      }
      return listed;
    },
  },
  names: (...asked) => {
    for (const id of asked[1]) noted().persons.add(id);
    return names(...asked);
  },
});

/**
 * Casework, with what an answer tells noted. One that was accepted tells ids and a revision, and stands in the journal with
 * its author; one that was refused says what stands in its way, which is as much as a preview.
 */
export const notedCasework = (casework: Casework): Casework => ({
  tell: async (actor, command) => {
    const answer = await casework.tell(actor, command);
    const { cases, previewed } = noted();
    if (answer.ok) previewed.delete(command.caseId);
    else if (answer.why !== 'stale' && isUuid(command.caseId)) cases.add(command.caseId);
    return answer;
  },
  preview: async (actor, caseId, event) => {
    if (isUuid(caseId)) noted().previewed.add(caseId);
    return casework.preview(actor, caseId, event);
  },
  openCase: (actor, opening) => casework.openCase(actor, opening),
});

/** What was opened in an emergency tells of a case, and opening one records itself. */
export const notedEmergencies = (emergencies: Emergencies): Emergencies => ({
  open: (actor, named, reason, at) => emergencies.open(actor, named, reason, at),
  end: (actor, id) => emergencies.end(actor, id),
  acknowledge: (actor, id) => emergencies.acknowledge(actor, id),
  list: (actor, filter, page) => notedRows(emergencies.list(actor, filter, page)),
});

/** The record of reads names a case where an answer told of one alone. */
export const notedLooking = (looking: Looking): Looking => ({
  whoLooked: (actor, of, page) => notedEntries(looking.whoLooked(actor, of, page)),
  unusualReads: (actor, of, page) => notedEntries(looking.unusualReads(actor, of, page)),
  unusual: (actor, days) => looking.unusual(actor, days),
  settings: (actor) => looking.settings(actor),
});
async function notedEntries(reading: ReturnType<Looking['whoLooked']>): ReturnType<Looking['whoLooked']> {
  const listed = await reading;
  for (const { row } of listed.rows) if (row.caseIds.length === 1) noted().cases.add(row.caseIds[0] as Id);
  return listed;
}

/** Figures count and name nobody; the lists behind them are lists of cases. */
export const notedMeasuring = (measuring: Measuring): Measuring => ({
  own: (actor, at) => measuring.own(actor, at),
  for: (actor, at) => {
    const figures = measuring.for(actor, at);
    return figures && notedFigures(figures);
  },
});

function notedFigures(figures: ServiceMeasures): ServiceMeasures {
  const [cases, waitingCases, unassignedCases] = [
    figures.cases.bind(figures),
    figures.waitingCases.bind(figures),
    figures.unassignedCases.bind(figures),
  ];
  const lists: Pick<ServiceMeasures, 'cases' | 'waitingCases' | 'unassignedCases'> = {
    cases: (name, page) => notedRows(cases(name, page)),
    waitingCases: (page) => notedRows(waitingCases(page)),
    unassignedCases: (page) => notedRows(unassignedCases(page)),
  };
  return Object.assign(figures, lists); // and no copy: what several figures need is read once, and kept by them
}
