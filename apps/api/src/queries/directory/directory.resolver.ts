// The directory of support services, for anybody: a visitor reads that of the service whose public pages these are.
import { Inject } from '@nestjs/common';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { noRows } from '#libs/database';
import type { DirectorySearch } from '#libs/directory';
import type { ApiOptions } from '../../options.js';
import type { Directory } from '../../ports/directory.js';
import { DIRECTORY, OPTIONS } from '../../ports/tokens.js';
import { serviceAsked, type RequestContext } from '../../server/graphql/request-context.js';
import { connection, pageAsked, type PageArgs } from '../pages.js';
import { supportServiceView } from './support-service-view.js';

@Resolver()
export class DirectoryResolver {
  constructor(
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(OPTIONS) private readonly options: Pick<ApiOptions, 'publicService'>,
  ) {}

  @Query('supportServices')
  supportServices(
    @Context() context: RequestContext,
    @Args() { need = null, area = null, words = null, ...page }: DirectorySearch & PageArgs,
  ) {
    const service = serviceAsked(context, this.options);
    const asked = pageAsked(page);
    const found = service ? this.directory.search(service, { need, area, words }, asked) : Promise.resolve(noRows);
    return connection(found, supportServiceView);
  }

  @Query('supportService')
  async supportService(@Context() context: RequestContext, @Args('id') id: string) {
    const service = serviceAsked(context, this.options);
    const found = service ? await this.directory.entry(service, id) : null;
    return found && supportServiceView(found);
  }

  @Query('supportTopics')
  supportTopics(@Context() context: RequestContext) {
    const service = serviceAsked(context, this.options);
    return service ? this.directory.facets(service) : { needs: [], areas: [] };
  }
}
