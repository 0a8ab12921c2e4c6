// PostgreSQL: the ports of casework implemented, migrations, queues.
export { servesArea } from './areas.js';
export { PgCaseStore } from './case-store.js';
export { checkJournals, type Checked } from './check-journals.js';
export { columnsOf, describe, type Column } from './describe.js';
export { takeStaff } from './take-staff.js';
export { migrate } from './migrate.js';
export { APPLICATION, inTransaction, openPools, type PoolOptions, type Pools } from './pools.js';
export { scoped } from './scoped.js';
export { bossOn, queues, type Queue } from './queues.js';
export { PgCaseReading } from './case-reading.js';
export { PgServiceReading } from './service-reading.js';
export { sharingRegister } from './rights/sharing.js';
export { doneCommands, textRegister } from './rights/texts.js';
export { PgReads } from './reads/recorder.js';
export { PgMeasures } from './measures/index.js';
export { checked, unchecked, type Checks } from './visible.js';
