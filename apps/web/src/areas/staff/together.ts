// Sends what a form tells: one event as its own command, several as one.
import type { Operation } from '../../api/operation.js';
import { eventsOf, type Sent } from '../../command-form/definition.js';
import type { CommandAnswer, CommandName } from '../../server/answer-command.js';
import type { PageContext } from '../../server/page-context.js';
import { commands, together } from '../commands/commands.generated.js';

type Answered = Operation<{ readonly answer: CommandAnswer }, Record<string, unknown>>;

const recordTogether: Answered = { operationName: 'recordTogether', sha256: together.sha256 };

/** Tells a case what was typed, under the key of the form. */
export async function tellCase(
  page: PageContext,
  caseId: string,
  name: CommandName,
  sent: Sent,
): Promise<CommandAnswer> {
  const command = { caseId, ...name };
  const { verb, event, also = [] } = sent;
  if (also.length > 0) return (await page.ask(recordTogether, { command, events: eventsOf(sent) })).answer;
  const own: Answered = { operationName: verb, sha256: commands[verb].sha256 };
  return (await page.ask(own, { command, event })).answer;
}
