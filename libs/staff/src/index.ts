// The staff of a service: their own records, what they carry, and the sheet they come from (R41 to R46).
export { type FacilitatorRecord, standingFor } from './facilitator-record.js';
export { recordFrom, facilitatorRecordOf } from './postgres/facilitator-record.js';
export { staffColumns } from './postgres/staff-columns.js';
export { takeStaff } from './postgres/take-staff.js';
export { readStaffFile } from './staff-file.js';
export type { StaffRow } from './staff-row.js';
