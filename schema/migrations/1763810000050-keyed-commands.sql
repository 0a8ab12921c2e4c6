-- Why: the digest by which a command is known again is keyed, as a command holds words.
comment on column answer.request_hash is 'operational: digest of the command, keyed under the master key, to notice a key used for something else';
