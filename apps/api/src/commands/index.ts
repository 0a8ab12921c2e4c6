// Every command, feature by feature, in the order of the practice.
import { AgreementCommands } from '../agreement/commands.js';
import { ClosingCommands } from '../closing/commands.js';
import { ConferenceCommands } from '../conference/commands.js';
import { ConsentCommands } from '../consent/commands.js';
import { ContactCommands } from '../contact/commands.js';
import { ExchangeCommands } from '../exchange/commands.js';
import { FacilitatorsCommands } from '../facilitators/commands.js';
import { FollowUpCommands } from '../follow-up/commands.js';
import { PeopleCommands } from '../people/commands.js';
import { PreparationCommands } from '../preparation/commands.js';
import { ReferralCommands } from '../referral/commands.js';
import { SafeguardingCommands } from '../safeguarding/commands.js';

/** The resolver classes. */
export const commands = [
  PeopleCommands,
  ReferralCommands,
  ContactCommands,
  ConsentCommands,
  SafeguardingCommands,
  FacilitatorsCommands,
  PreparationCommands,
  ConferenceCommands,
  ExchangeCommands,
  AgreementCommands,
  FollowUpCommands,
  ClosingCommands,
] as const;

/** The event that each mutation of a case tells. `openCase` is apart: there is no case yet. */
export const verbs = {
  ...PeopleCommands.verbs,
  ...ReferralCommands.verbs,
  ...ContactCommands.verbs,
  ...ConsentCommands.verbs,
  ...SafeguardingCommands.verbs,
  ...FacilitatorsCommands.verbs,
  ...PreparationCommands.verbs,
  ...ConferenceCommands.verbs,
  ...ExchangeCommands.verbs,
  ...AgreementCommands.verbs,
  ...FollowUpCommands.verbs,
  ...ClosingCommands.verbs,
};
