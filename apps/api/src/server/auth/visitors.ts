// What a visitor, who is not signed in, may send: the trusted documents that open a session or ask what is public, and nothing else.
import { Kind, OperationTypeNode, parse, type DefinitionNode } from 'graphql';
import type { Asked } from '../limits/admit.js';
import type { TrustedDocuments } from '../limits/trusted-documents.js';
import type { Caller } from './authenticate.js';

/** The fields that a visitor may send, by the kind of operation. */
export const forVisitors: Readonly<Partial<Record<OperationTypeNode, ReadonlySet<string>>>> = {
  [OperationTypeNode.MUTATION]: new Set([
    'signInStaff',
    'redeemInvitation',
    'redeemCode',
    'beginSelfReferral',
    'resumeSelfReferral',
    'saveSelfReferral',
    'leaveSelfReferral',
    'sendSelfReferral',
  ]),
  [OperationTypeNode.QUERY]: new Set(['supportServices', 'supportTopics', 'selfReferral']),
};

/** A caller who is not signed in. */
export const visitor: Caller = { actor: null, scopes: new Set(), session: null };

/** Builds the check whether a body carries or names one of these documents. They are picked out when the API starts. */
export function visitorsMay(trusted: TrustedDocuments): (body: unknown) => boolean {
  const named = new Map([...trusted].filter(([, text]) => asksOnlyForVisitors(text)));
  const texts = new Set(named.values());
  return (body) => {
    if (body === null || typeof body !== 'object' || Array.isArray(body)) return false;
    const { query, extensions } = body as Asked;
    if (query !== undefined) return typeof query === 'string' && texts.has(query);
    const sha = (extensions as { persistedQuery?: { sha256Hash?: unknown } } | null | undefined)?.persistedQuery;
    return typeof sha?.sha256Hash === 'string' && named.has(sha.sha256Hash);
  };
}

/** Operations of these fields alone: no other operation to choose, no fragment to hide a field in. */
function asksOnlyForVisitors(text: string): boolean {
  const operations = definitions(text).filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  return (
    operations.length > 0 &&
    operations.every(({ operation, selectionSet }) =>
      selectionSet.selections.every(
        (field) => field.kind === Kind.FIELD && forVisitors[operation]?.has(field.name.value) === true,
      ),
    )
  );
}

function definitions(text: string): readonly DefinitionNode[] {
  try {
    return parse(text, { noLocation: true }).definitions;
  } catch {
    return []; // the GraphQL pipeline tells a client that is signed in where the document is wrong
  }
}
