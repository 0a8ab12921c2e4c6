// The words behind a person's own part: what they asked staff to heed, what they wished, and a name that was released to them.
import { Inject } from '@nestjs/common';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../../server/graphql/request-context.js';
import { names } from '../loaders/names.js';
import { texts } from '../loaders/texts.js';
import type { Reading } from '../../ports/reading.js';
import { READING } from '../../ports/tokens.js';

/** Words of a person's own, kept apart from the case: null when there are none. */
interface Own {
  readonly caseId: string;
  readonly words?: string | null;
  readonly alias?: string | null;
  readonly mustNotKnow?: string | null;
  readonly wish?: string | null;
  readonly answer?: string | null;
  readonly text?: string | null;
}
type OwnField = Exclude<keyof Own, 'caseId'>;

abstract class OwnWords {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  protected async say(context: RequestContext, own: Own, field: OwnField): Promise<string | null> {
    const id = own[field];
    return id ? texts(context, this.reading, own.caseId).load(id) : null;
  }
}

@Resolver('MySafeContact')
export class MySafeContactResolver extends OwnWords {
  @ResolveField('words')
  words(@Context() context: RequestContext, @Parent() own: Own) {
    return this.say(context, own, 'words');
  }

  @ResolveField('alias')
  alias(@Context() context: RequestContext, @Parent() own: Own) {
    return this.say(context, own, 'alias');
  }

  @ResolveField('mustNotKnow')
  mustNotKnow(@Context() context: RequestContext, @Parent() own: Own) {
    return this.say(context, own, 'mustNotKnow');
  }
}

@Resolver('MyPreference')
export class MyPreferenceResolver extends OwnWords {
  @ResolveField('wish')
  wish(@Context() context: RequestContext, @Parent() own: Own) {
    return this.say(context, own, 'wish');
  }

  @ResolveField('answer')
  answer(@Context() context: RequestContext, @Parent() own: Own) {
    return this.say(context, own, 'answer');
  }
}

@Resolver('MyHelp')
export class MyHelpResolver extends OwnWords {
  @ResolveField('text')
  text(@Context() context: RequestContext, @Parent() own: Own) {
    return this.say(context, own, 'text');
  }

  @ResolveField('answer')
  answer(@Context() context: RequestContext, @Parent() own: Own) {
    return this.say(context, own, 'answer');
  }
}

/** The words of a letter: one's own, or one that was passed on; the store gives no other. */
@Resolver('MyCommunication')
export class MyCommunicationResolver {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  @ResolveField('words')
  async words(@Context() { actor }: RequestContext, @Parent() { caseId, text }: { caseId: string; text: string }) {
    return (await this.reading.cases.ownLetters(actor, caseId, [text])).get(text) ?? null;
  }
}

@Resolver('Released')
export class ReleasedResolver {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  @ResolveField('name')
  name(@Context() context: RequestContext, @Parent() { nameOf }: { nameOf: string | null }) {
    return nameOf === null ? null : names(context, this.reading).load(nameOf);
  }
}
