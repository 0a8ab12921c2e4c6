-- Words of the practice: an exchange of letters is a stage and no step of a conference; what somebody can carry is a limit of their caseload; agreed things are not kept.
alter table staff rename column capacity_points to caseload_limit;
comment on column staff.caseload_limit is 'operational: weighted cases they can carry; null means not known';
comment on column case_file.step is 'operational: step of the meeting, of that process; null when it is at none';
update case_file set stage = 'exchange', step = null where step = 'exchange';
update case_file set next_step = 'item.notKeptReported' where next_step = 'breach.reported';
update task set task = 'reviewNotKept' where task = 'reviewBreach';
