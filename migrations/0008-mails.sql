-- Every mail we send, with its fate. The demo's mailbox page reads it.
create table mails (
  shop_id bigint not null references shops,
  id uuid not null,
  kind text not null,
  to_address text not null,
  subject text not null,
  text_body text not null,
  html_body text not null,
  state text not null default 'queued' check (state in ('queued', 'sent', 'kept', 'failed')),
  problem text,
  attempts integer not null default 0,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (shop_id, id)
);
-- Ids are ordered by time, so lists are read newest first from the primary key.
create index mails_to on mails (shop_id, lower(to_address), id);
create index mails_unsent on mails (shop_id, state) where state in ('queued', 'failed');
