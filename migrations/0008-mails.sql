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
create index mails_recent on mails (shop_id, created_at desc, id);
create index mails_to on mails (shop_id, lower(to_address), created_at desc);
