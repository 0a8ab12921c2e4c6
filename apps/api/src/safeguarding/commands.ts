// The mutations about safeguarding: a verb of the practice, and the event it tells.
import { commandsOf } from '../commands/commands-of.js';

export const SafeguardingCommands = commandsOf({
  assessRisk: 'risk.assessed',
  reportRiskInformation: 'risk.informed',
  passCheckpoint: 'checkpoint.passed',
  refuseCheckpoint: 'checkpoint.refused',
  setFlag: 'flag.set',
  clearFlag: 'flag.cleared',
  raiseConcern: 'concern.raised',
  decideConcern: 'concern.decided',
  recordOrder: 'order.recorded',
  endOrder: 'order.ended',
  requireApproval: 'approval.needed',
  recordApproval: 'approval.given',
  liftRestriction: 'restriction.lifted',
  pauseCase: 'case.paused',
  resumeCase: 'case.resumed',
});
