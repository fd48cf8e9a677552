-- How the scheduled backups went. The installation's own: each holds every shop.
create table backups (
  id uuid primary key,
  begun_at timestamptz not null,
  ended_at timestamptz not null,
  file text not null,
  -- Of a backup that was read back and is whole; a failed one has a problem instead.
  bytes bigint,
  problem text,
  told_at timestamptz,
  check ((bytes is null) <> (problem is null))
);
create index backups_recent on backups (ended_at desc);

-- Whose turn it is: whoever moves next_at makes the backup, so that of several workers one does.
create table backup_turn (
  only_one boolean primary key default true check (only_one),
  next_at timestamptz not null
);
