// Documents that tell a case one thing and do nothing else: who sends one is looked up in the round trip that reads the case.
import { Kind, OperationTypeNode, type DocumentNode } from 'graphql';
import { verbs } from '../../commands/index.js';
import { LRUCache } from 'lru-cache';

// Clients send a few dozen; one that is padded beyond that is looked up the longer way.
const REMEMBERED = 1_000;
const LONGEST = 10_000;

/** The texts of documents that were found to be such when they were executed: valid, and within the limits. */
export class LoneCommands {
  private readonly texts = new LRUCache<string, true>({ max: REMEMBERED });

  has(text: unknown): boolean {
    return typeof text === 'string' && this.texts.get(text) === true;
  }

  executed(text: string | undefined, document: DocumentNode): void {
    if (text !== undefined && text.length <= LONGEST && isLoneCommand(document)) this.texts.set(text, true);
  }
}

/** One operation, a mutation, of one field, which tells a case something. `joinParticipant` is left out: its person is made known to the service first. */
export function isLoneCommand({ definitions }: DocumentNode): boolean {
  const [operation, ...others] = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION || others.length > 0) return false;
  if (operation.operation !== OperationTypeNode.MUTATION) return false;
  const [field, ...more] = operation.selectionSet.selections;
  if (field?.kind !== Kind.FIELD || more.length > 0) return false;
  const name = field.name.value;
  return Object.hasOwn(verbs, name) && (verbs as Record<string, string>)[name] !== 'participant.joined';
}
