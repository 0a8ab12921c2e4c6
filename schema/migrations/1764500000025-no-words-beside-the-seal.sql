-- Why: names stood where no seal holds them and no erasure reaches: in the name of an uploaded file, in the key of a command.

alter table import_batch drop column file_name;

update answer set key = translate(encode(sha256(convert_to(key, 'UTF8')), 'base64'), '+/=', '-_');
update done_command set key = translate(encode(sha256(convert_to(key, 'UTF8')), 'base64'), '+/=', '-_');
comment on column answer.key is 'operational: digest of the key they chose';
comment on column done_command.key is 'operational: digest of the key they chose';
