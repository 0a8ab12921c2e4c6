-- Why: what people look for and seldom find: without these an empty answer costs a walk through every case.

create index case_file_stage on case_file (service_id, stage, waiting_since, id);
create index case_file_concern on case_file (service_id, waiting_since, id) where open_concerns > 0;
