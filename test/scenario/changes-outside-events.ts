// Each mutation that is no event of a case, about one case and the people in it, by a colleague who may: in an order in which each finds what it needs.
import { randomUUID } from 'node:crypto';
import type { Id } from '#libs/case';
import type { Colleague } from './colleagues.js';
import type { Someone, StoryContext } from './story-case.js';

/** By the mutation's name: who sends it, and the document; free words in it are `$why`. */
export type Changes = Readonly<Record<string, readonly [who: Colleague, query: () => Promise<string> | string]>>;

export function changesAbout(
  service: Pick<StoryContext, 'sql'>,
  { caseId, harmed, responsible }: { caseId: Id; harmed: Someone; responsible: Someone },
): Changes {
  const one = async (sql: string, ...values: unknown[]) => (await service.sql<{ id: Id }>(sql, ...values))[0]?.id ?? '';
  const insert = (sql: string, ...values: unknown[]) => one(`${sql} returning id`, ...values);
  const about = (asks: string) => `mutation ($why: Words!) { ${asks} { __typename } }`;
  const keyed = (field: string, args: string) => about(`${field}(key: "${randomUUID()}", ${args})`);
  const plain = (asks: string) => `mutation { ${asks} }`;
  const part = `caseId: "${caseId}", participantId: "${harmed.id}"`;
  return {
    invite: ['cora', () => plain(`invite(${part}, how: post) { __typename }`)],
    assistSignIn: ['cora', () => plain(`assistSignIn(${part}, checked: calledBack) { __typename }`)],
    revokeInvitation: ['cora', () => plain(`revokeInvitation(caseId: "${caseId}", invitationId: "${randomUUID()}")`)],
    mergePersons: [
      'sade',
      () =>
        keyed(
          'mergePersons',
          `merge: { keptId: "${harmed.personId}", goneId: "${responsible.personId}", reason: $why }`,
        ),
    ],
    undoMerge: [
      'sade',
      async () =>
        keyed('undoMerge', `mergeId: "${await one('select decision_id as id from person_merge')}", reason: $why`),
    ],
    dismissSuggestion: [
      'sade',
      async () => {
        const [first, second] = [harmed.personId, responsible.personId].toSorted();
        const made = await insert(
          `insert into person_suggestion (service_id, person_id, known_id, score, reasons) select service_id, $1, $2, 50, '{}' from person where id = $1`,
          first,
          second,
        );
        return keyed('dismissSuggestion', `suggestionId: "${made}", reason: $why`);
      },
    ],
    changePerson: [
      'cora',
      () =>
        keyed('changePerson', `change: { personId: "${harmed.personId}", knownAs: "Harri" }`).replace(
          '($why: Words!) ',
          '',
        ),
    ],
    keepDraft: [
      'cora',
      () =>
        `mutation ($why: Words!) { keepDraft(place: { caseId: "${caseId}", form: "set-flag" }, fields: [{ name: "note", words: [$why] }]) }`,
    ],
    forgetDraft: ['cora', () => plain(`forgetDraft(place: { caseId: "${caseId}", form: "set-flag" })`)],
    placeLegalHold: ['mona', () => keyed('placeLegalHold', `hold: { personId: "${harmed.personId}", reason: $why }`)],
    erasePerson: ['mona', () => keyed('erasePerson', `personId: "${harmed.personId}", reason: $why`)],
    liftLegalHold: [
      'mona',
      async () => keyed('liftLegalHold', `holdId: "${await one('select id from legal_hold')}", reason: $why`),
    ],
    recordDisclosure: [
      'mona',
      () =>
        keyed(
          'recordDisclosure',
          `disclosure: { caseId: "${caseId}", personId: "${harmed.personId}", organisation: "Northfold Police", ground: legalObligation, what: $why, told: true, on: "2026-11-01" }`,
        ),
    ],
    receiveSubjectRequest: [
      'cora',
      () =>
        plain(
          `receiveSubjectRequest(key: "${randomUUID()}", personId: "${harmed.personId}", receivedOn: "2026-11-02") { __typename }`,
        ),
    ],
    reviewForSubject: [
      'mona',
      async () =>
        plain(
          `reviewForSubject(key: "${randomUUID()}", requestId: "${await one('select id from subject_request')}", decisions: []) { __typename }`,
        ),
    ],
    answerSubjectRequest: [
      'mona',
      async () =>
        plain(`answerSubjectRequest(requestId: "${await one('select id from subject_request')}") { __typename }`),
    ],
    finishTask: [
      'mona',
      async () =>
        plain(
          `finishTask(taskId: "${await insert(`insert into task (service_id, case_id, supplier, task, about, since) select service_id, id, 'manager', 'decideConcern', 'x', now() from case_file where id = $1`, caseId)}")`,
        ),
    ],
    openInEmergency: [
      'ivo',
      () => plain(`openInEmergency(caseIdOrReference: "${caseId}", reason: "Called at night") { __typename }`),
    ],
    endEmergency: [
      'ivo',
      async () => plain(`endEmergency(emergencyId: "${await one('select id from emergency_access')}")`),
    ],
    acknowledgeEmergency: [
      'mona',
      async () => plain(`acknowledgeEmergency(emergencyId: "${await one('select id from emergency_access')}")`),
    ],
  };
}
