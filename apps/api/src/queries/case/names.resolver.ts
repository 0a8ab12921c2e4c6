// Names and words of what a case shows by id: each field asks the request's loader, so that one statement finds them all.
import { Inject } from '@nestjs/common';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../../server/graphql/request-context.js';
import { together } from '../../audience/named.js';
import type { Shown } from '../../audience/refusal-for-reader.js';
import { held } from '../loaders/held.js';
import { names } from '../loaders/names.js';
import { texts } from '../loaders/texts.js';
import type { Reading } from '../../ports/reading.js';
import { READING } from '../../ports/tokens.js';

@Resolver('Colleague')
export class ColleagueResolver {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  @ResolveField('name')
  name(@Context() context: RequestContext, @Parent() { id }: { id: string }) {
    return names(context, this.reading).load(id);
  }
}

@Resolver('JournalAuthor')
export class JournalAuthorResolver extends ColleagueResolver {}

@Resolver('StaffMember')
export class StaffMemberResolver extends ColleagueResolver {}

@Resolver('Participant')
export class ParticipantResolver {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  @ResolveField('name')
  name(@Context() context: RequestContext, @Parent() { personId }: { personId: string }) {
    return names(context, this.reading).load(personId);
  }
}

@Resolver('Participant')
export class HeldDetailsResolver {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  @ResolveField('held')
  held(@Context() context: RequestContext, @Parent() { personId }: { personId: string }) {
    return held(context, this.reading).load(personId);
  }
}

@Resolver('CaseParticipant')
export class CaseParticipantResolver extends ParticipantResolver {}

@Resolver('Blocker')
export class BlockerResolver {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  /** Whom it is about, by name as far as this reader may know it, before what stands there. */
  @ResolveField('words')
  words(@Context() context: RequestContext, @Parent() { words, named }: Pick<Shown, 'words' | 'named'>) {
    if (named.length === 0) return words;
    const load = names(context, this.reading);
    const said = named.map(async ({ id, otherwise }) => (await load.load(id)) ?? otherwise);
    return Promise.all(said).then((all) => `${together(all)}: ${words}`);
  }
}

@Resolver('Text')
export class TextResolver {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  @ResolveField('words')
  words(@Context() context: RequestContext, @Parent() { caseId, id }: { caseId: string; id: string }) {
    return texts(context, this.reading, caseId).load(id);
  }
}
