-- Why: a decision outside a case happens once in one way: decisions about persons use the register of done commands too.

alter table rights_command rename to done_command;
alter table done_command rename constraint rights_command_pkey to done_command_pkey;
alter table done_command rename constraint rights_command_service_id_fkey to done_command_service_id_fkey;
alter policy rights_command_service on done_command rename to done_command_service;
comment on table done_command is 'Which decision outside a case was made under which idempotency key, so that it is made once.';
comment on column done_command.request_hash is 'operational: digest of the command, keyed under the master key, to notice a key used for something else';
alter table person_decision drop column key, drop column request_digest;
