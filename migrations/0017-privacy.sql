-- What people agreed to, what was erased, and what is kept how long.

-- The words of a question about consent, as they were shown: kept once, named by their hash.
create table consent_texts (
  shop_id bigint not null references shops,
  hash text not null,
  purpose text not null,
  locale text not null,
  words text not null,
  first_shown_at timestamptz not null,
  primary key (shop_id, hash)
);

-- Each yes and each no, never changed: what holds now is read from the last ones.
create table consents (
  shop_id bigint not null references shops,
  id uuid not null,
  -- Which of two said at the same moment was the later one.
  n bigint generated always as identity,
  member_id uuid,
  contact_id uuid,
  purpose text not null,
  granted boolean not null,
  -- What was asked; an import says instead where its file came from.
  text_hash text,
  place text not null check (place in ('settings', 'api', 'import')),
  source text,
  given_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (shop_id, id),
  foreign key (shop_id, member_id) references members,
  foreign key (shop_id, contact_id) references contacts,
  foreign key (shop_id, text_hash) references consent_texts,
  check ((member_id is null) <> (contact_id is null))
);
create index consents_member on consents (shop_id, member_id, purpose, given_at, n) where member_id is not null;
create index consents_contact on consents (shop_id, contact_id, purpose, given_at, n) where contact_id is not null;

-- What imports said before there was a log, told as what it is.
insert into consents (shop_id, id, contact_id, purpose, granted, place, source, given_at, recorded_at)
select shop_id, gen_random_uuid(), id, 'marketing_email', marketing, 'import', source,
  coalesce(marketing_at, updated_at), updated_at
from contacts where marketing is not null;

-- Who was erased: ids only. A restored backup brings people back, and is gone through once more by this list.
create table erasures (
  shop_id bigint not null references shops,
  id uuid not null,
  subject text not null check (subject in ('member', 'contact', 'guest')),
  -- A guest has no id of their own: theirs are orders.
  subject_id uuid,
  order_ids uuid[] not null default '{}',
  by_whom text not null check (by_whom in ('self', 'owner', 'system')),
  state text not null default 'running' check (state in ('running', 'done')),
  -- By what the rest is found, while there is a rest; and how far the ledger has been gone through.
  address text,
  user_id text,
  ledger_seq bigint not null default 0,
  -- What stands for them in the ledger's taps; thrown away with the rest, so that nobody can tell whose it was.
  ledger_key text,
  asked_at timestamptz not null,
  done_at timestamptz,
  primary key (shop_id, id),
  check ((subject = 'guest') = (subject_id is null)),
  check (state = 'running' or (address is null and user_id is null and ledger_key is null and done_at is not null))
);
create unique index erasures_subject on erasures (shop_id, subject, subject_id) where subject_id is not null;
create unique index erasures_address on erasures (shop_id, address) where subject = 'guest' and address is not null;
create index erasures_open on erasures (shop_id, id) where state = 'running';
create index erasures_recent on erasures (shop_id, asked_at desc, id desc);

-- Why an order's buyer is no longer told: when they asked for it. What the books need stays until their time is over.
alter table orders add column erased_at timestamptz;
create index orders_erased on orders (shop_id, erased_at) where erased_at is not null and email <> '';
create index orders_by_age on orders (shop_id, created_at) where email <> '' or ship_to ->> 'name' <> '';

alter table members add column seen_at timestamptz;
alter table members add column warned_at timestamptz;
-- Nobody is silent for having been here before this was noted: counted from their session, else from today.
update members p set seen_at = coalesce(
  (select max(s.created_at) from auth_sessions s where s.shop_id = p.shop_id and s.user_id = p.user_id), now());

-- How long this shop keeps things, where it is another time than usual: days by the rule's name.
create table privacy_settings (
  shop_id bigint not null references shops,
  days jsonb not null default '{}',
  -- Years that the books' law asks for, and whether names and addresses are part of the books.
  books_years integer check (books_years between 1 and 30),
  books_buyer boolean,
  updated_at timestamptz not null,
  primary key (shop_id)
);

-- When each rule was last gone through to its end, and how far in the ledger.
create table retention_looks (
  shop_id bigint not null references shops,
  rule text not null,
  looked_at timestamptz not null,
  seq bigint not null default 0,
  primary key (shop_id, rule)
);

-- What was deleted: by which rule, how many rows, from before when. A row for each day and rule.
create table retention_runs (
  shop_id bigint not null references shops,
  id uuid not null,
  rule text not null,
  day date not null,
  older_than timestamptz not null,
  affected bigint not null,
  ran_at timestamptz not null,
  primary key (shop_id, id)
);
create unique index retention_runs_day on retention_runs (shop_id, rule, day);
create index retention_runs_recent on retention_runs (shop_id, ran_at desc, id desc);

-- By what a person is found who has no account here.
create index members_email on members (shop_id, lower(email));
create index contacts_email on contacts (shop_id, email) where email is not null;
create index carts_email on carts (shop_id, lower(email)) where email is not null;
create index past_orders_email on past_orders (shop_id, lower(email)) where email is not null;

create index touches_visitor on touches (shop_id, touched_at) where visitor is not null;
-- Whose address was typed and may be too old.
create index carts_typed on carts (shop_id, updated_at) where email is not null or ship_to is not null;
create index mails_age on mails (shop_id, created_at);
