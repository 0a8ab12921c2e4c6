// PostgreSQL for every lib above it: pools, scopes, transactions, paging, migrations, queues, the embedded server.
export { Batch } from './batch.js';
export { BadCursor, Cursors } from './cursors.js';
export { databaseProblem } from './database-problem.js';
export { columnsOf } from './describe-schema.js';
export { copyCluster, restoreCluster } from './embedded/copy.js';
export { startEmbeddedPostgres } from './embedded/embedded-postgres.js';
export { type Health, openHealth } from './health.js';
export { isLost, isUnavailable, retryOnLostConnection, Unavailable } from './lost-connection.js';
export { migrate, OtherVersion } from './migrate.js';
export { type Listed, mapRows, MOST_ON_A_PAGE, noRows, type Page } from './paging.js';
export { APPLICATION, inSnapshot, inTransaction, openPools, type Patience, type Pools } from './pools.js';
export { bossOn, scheduleSql, unscheduleSql } from './queues.js';
export { pageOf, type Parts } from './read-page.js';
export { InvalidRequest, KeyReused } from './request-errors.js';
export { type Database, type Rows, type Scope, serviceScope, type Sight } from './scope.js';
export { scoped, together } from './scoped.js';
