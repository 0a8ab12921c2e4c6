// Names of the vocabulary as scalars: each takes the names of its table and no other, so that a new row changes no schema.
import { GraphQLScalarType, Kind } from 'graphql';
import * as tables from '#libs/case';
import { apiError } from '../../server/graphql/errors.js';

const { consentPurposes, consentForms, explainedItems, roles, ages, approachBases, offerAnswers } = tables;
const { justiceStages, referralSources, initiators, offenceKinds, riskFlags, riskFactors, checkpoints } = tables;
const { concernDecisions, prohibitions, channels, contactAims, contactOutcomes, followUpPoints, duties, processTypes } =
  tables;
const { arrangements, pauseReasons, endings, communicationKinds, deliveries, itemKinds, itemOutcomes } = tables;
const { parts, leavingReasons, custodyKinds, authorities } = tables;
const { agreementOutcomes, closingReasons, closingSides, voicemails, accessNeeds, weekdays } = tables;

const keys = (table: object): readonly string[] => Object.keys(table);

/** The names that each scalar of `schema/names.graphql` takes. */
export const knownNames = {
  Purpose: keys(consentPurposes),
  ConsentForm: keys(consentForms),
  ExplainedItem: keys(explainedItems),
  Role: keys(roles),
  Part: keys(parts),
  LeavingReason: keys(leavingReasons),
  Age: keys(ages),
  ConflictKind: keys(tables.conflictKinds),
  AdultConnection: keys(tables.adultConnections),
  ApproachBasis: keys(approachBases),
  OfferAnswer: keys(offerAnswers),
  JusticeStage: keys(justiceStages),
  ReferralSource: keys(referralSources),
  Initiator: keys(initiators),
  OffenceKind: keys(offenceKinds),
  RiskFlag: keys(riskFlags),
  RiskFactor: keys(riskFactors),
  Checkpoint: keys(checkpoints),
  ConcernDecision: keys(concernDecisions),
  CustodyKind: keys(custodyKinds),
  Authority: keys(authorities),
  Prohibition: keys(prohibitions),
  Channel: keys(channels),
  ContactAim: keys(contactAims),
  HelpKind: keys(tables.helpKinds),
  ContactOutcome: keys(contactOutcomes),
  FollowUpOutcome: [...keys(contactOutcomes), 'notWanted'],
  FollowUpPoint: keys(followUpPoints),
  Duty: keys(duties),
  ProcessType: keys(processTypes),
  Arrangement: keys(arrangements),
  PausedBy: [...keys(roles), 'facilitator'],
  PauseReason: keys(pauseReasons),
  Ending: keys(endings),
  CommunicationKind: keys(communicationKinds),
  DeliveryMethod: keys(deliveries),
  ItemKind: keys(itemKinds),
  ItemOutcome: keys(itemOutcomes),
  AgreementOutcome: keys(agreementOutcomes),
  ClosingReason: keys(closingReasons),
  ClosingSide: keys(closingSides),
  Voicemail: keys(voicemails),
  AccessNeed: keys(accessNeeds),
  Weekday: keys(weekdays),
} as const satisfies Record<string, readonly string[]>;

function nameScalar(name: string, known: readonly string[]): GraphQLScalarType {
  const read = (value: unknown): string => {
    if (typeof value === 'string' && known.includes(value)) return value;
    throw apiError('BAD_USER_INPUT', `There is no such ${name}. Known are: ${known.join(', ')}.`);
  };
  return new GraphQLScalarType({
    name,
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING || node.kind === Kind.ENUM ? node.value : undefined),
    serialize: String,
  });
}

const hash = /^[0-9a-f]{64}$/;
function readHash(value: unknown): string {
  if (typeof value === 'string' && hash.test(value)) return value;
  throw apiError('BAD_USER_INPUT', 'A SHA-256 is written as 64 hexadecimal digits in lower case.');
}
const Sha256 = new GraphQLScalarType({
  name: 'Sha256',
  parseValue: readHash,
  parseLiteral: (node) => readHash(node.kind === Kind.STRING ? node.value : undefined),
  serialize: String,
});

/** Every scalar of `schema/names.graphql`, by name. */
export const nameScalars: Readonly<Record<string, GraphQLScalarType>> = {
  Sha256,
  ...Object.fromEntries(Object.entries(knownNames).map(([name, known]) => [name, nameScalar(name, known)])),
};
