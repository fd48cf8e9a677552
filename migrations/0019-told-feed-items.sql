-- Whether the network was ever told of an item: only then can it be asked to forget it. Of what was refused or gone when this
-- began nobody knows; asking once too often is harmless.
alter table feed_items add column was_told boolean not null default true;
alter table feed_items alter column was_told drop default;
