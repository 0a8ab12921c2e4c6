// The words of the practice as objects, straight from the tables of libs/case: a new row needs nothing here.
import { Query, Resolver } from '@nestjs/graphql';
import * as tables from '#libs/case';

/** A row as libs/case states it: what it says, asks or opens is its words. */
interface Row {
  readonly says?: string;
  readonly asks?: string;
  readonly opens?: string;
}

/** The rows of a table in its own order, each with its name and its words. */
export const rowsOf = (table: Readonly<Record<string, object>>) =>
  Object.entries(table).map(([name, row]) => ({ ...row, name, words: wordsOf(row) ?? name }));
const wordsOf = (row: Row) => row.says ?? row.asks ?? row.opens;

const { consentPurposes, checkpoints, processTypes, stages, conferenceSteps, roles, ages, duties } = tables;
const { levels, staffRoles, channels, arrangements, communicationKinds, suppliers, riskFlags, offenceKinds } = tables;
const { riskFactors, explainedItems, consentForms, contactOutcomes, offerAnswers, endings, pauseReasons } = tables;
const { itemKinds, itemOutcomes, agreementOutcomes, closingReasons, closingSides, notices, referralSources } = tables;
const { voicemails, accessNeeds, weekdays, releases } = tables;
const { initiators, justiceStages, approachBases, concernDecisions, prohibitions, freezeKinds, followUpPoints } =
  tables;
const { caseStates, contactAims, deliveries, leavingReasons, parts, custodyKinds, authorities } = tables;

/** Tables whose rows are no more than a name and words. */
const plain = {
  caseStates,
  stages,
  conferenceSteps,
  doorways: tables.doorways,
  ages,
  duties,
  levels,
  staffRoles,
  positions: tables.positions,
  channels,
  arrangements,
  communicationKinds,
  deliveries,
  suppliers,
  riskFactors,
  explainedItems,
  consentForms,
  contactAims,
  helpKinds: tables.helpKinds,
  contactOutcomes,
  offerAnswers,
  endings,
  pauseReasons,
  itemKinds,
  itemOutcomes,
  agreementOutcomes,
  closingReasons,
  closingSides,
  notices,
  referralSources,
  initiators,
  justiceStages,
  approachBases,
  concernDecisions,
  conflictKinds: tables.conflictKinds,
  adultConnections: tables.adultConnections,
  custodyKinds,
  authorities,
  prohibitions,
  freezeKinds,
  followUpPoints,
  offenceKinds,
  voicemails,
  accessNeeds,
  weekdays,
  releases,
} as const satisfies Record<string, Readonly<Record<string, object>>>;

const vocabulary = {
  ...Object.fromEntries(Object.entries(plain).map(([name, table]) => [name, rowsOf(table)])),
  roles: rowsOf(roles),
  parts: rowsOf(parts),
  leavingReasons: rowsOf(leavingReasons),
  riskFlags: rowsOf(riskFlags),
  checkpoints: rowsOf(checkpoints),
  processTypes: rowsOf(processTypes).map((row) => ({
    ...row,
    arrangements: tables.arrangementsFor(row.name as tables.ProcessType),
  })),
  consentPurposes: rowsOf(consentPurposes).map((row) => {
    const { from } = consentPurposes[row.name as tables.Purpose];
    return { ...row, from: from === 'anyone' ? Object.keys(roles) : from };
  }),
};

@Resolver()
export class VocabularyResolver {
  /** Made once: the tables do not change while the service runs. */
  @Query('vocabulary')
  vocabulary() {
    return vocabulary;
  }
}
