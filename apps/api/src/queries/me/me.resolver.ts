// Answers who is asking; `ping` checks that a client can send mutations.
import { Inject } from '@nestjs/common';
import { Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../../server/graphql/request-context.js';
import type { Actor } from '#libs/case';
import type { People } from '../../ports/people.js';
import type { SignIn } from '../../ports/sign-in.js';
import { PEOPLE, SIGN_IN } from '../../ports/tokens.js';

@Resolver('Me')
export class MeResolver {
  constructor(
    @Inject(PEOPLE) private readonly people: People,
    @Inject(SIGN_IN) private readonly signIn: SignIn,
  ) {}

  @Query('me')
  me(@Context() { actor }: RequestContext) {
    return actor;
  }

  @Mutation('ping')
  ping(@Context() { at }: RequestContext) {
    return at;
  }

  @ResolveField('roles')
  roles(actor: Actor) {
    return actor.kind === 'staff' ? actor.roles : [];
  }

  @ResolveField('name')
  name(actor: Actor) {
    return this.people.nameOf(actor);
  }

  @ResolveField('session')
  session(@Context() { session }: RequestContext) {
    return session && { ...session, current: true };
  }

  @ResolveField('assistedSignIns')
  assistedSignIns(@Parent() actor: Actor) {
    return this.signIn.assisted(actor);
  }

  @ResolveField('sessions')
  async sessions(@Parent() actor: Actor, @Context() { session }: RequestContext) {
    const all = await this.signIn.sessions(actor);
    return all.map((one) => ({ ...one, current: one.id === session?.id }));
  }
}
