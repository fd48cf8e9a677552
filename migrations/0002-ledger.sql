-- The one append-only record. No foreign keys: it is written by one function and read through projections.

create table ledger_counters (
  shop_id bigint primary key references shops,
  next bigint not null default 1
);

create table ledger (
  shop_id bigint not null,
  seq bigint not null,
  kind text not null,
  actor text,
  subject_kind text not null,
  subject_id uuid,
  post_id uuid,
  product_id uuid,
  link_code text,
  campaign_id uuid,
  creator_id uuid,
  network text not null default 'square',
  quantity integer not null default 1,
  amount bigint,
  payload jsonb,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  dedupe_key text collate "C",
  primary key (shop_id, seq)
);
create unique index ledger_dedupe on ledger (shop_id, dedupe_key) where dedupe_key is not null;
create index ledger_subject on ledger (shop_id, subject_id, occurred_at);
-- Unique visitors can only be counted from the rows themselves; taps are few beside views.
create index ledger_clicks on ledger (shop_id, occurred_at) include (actor, post_id) where kind = 'click';

-- The ledger's only INSERT. One statement takes the numbers and writes, so that the counter's lock is never held while
-- the application thinks. An array shorter than the rows leaves the rest empty; an empty one costs nothing.
create function append_to_ledger(
  of_shop bigint, entries integer, now_is timestamptz,
  kinds text[], actors text[], subject_kinds text[], subject_ids uuid[], post_ids uuid[], product_ids uuid[],
  link_codes text[], campaign_ids uuid[], creator_ids uuid[], networks text[], quantities integer[],
  amounts bigint[], payloads jsonb[], times timestamptz[], dedupe_keys text[]
) returns integer language plpgsql as $$
declare
  last bigint;
  written integer;
begin
  update ledger_counters set next = next + entries where shop_id = of_shop returning next - 1 into strict last;
  insert into ledger (shop_id, seq, kind, actor, subject_kind, subject_id, post_id, product_id, link_code,
    campaign_id, creator_id, network, quantity, amount, payload, occurred_at, recorded_at, dedupe_key)
  select of_shop, last - entries + n, kind, actor, subject_kind, subject_id, post_id, product_id, link_code,
    campaign_id, creator_id, coalesce(network, 'square'), coalesce(quantity, 1), amount, payload,
    coalesce(occurred_at, now_is), now_is, dedupe_key
  from unnest(kinds, actors, subject_kinds, subject_ids, post_ids, product_ids, link_codes, campaign_ids,
    creator_ids, networks, quantities, amounts, payloads, times, dedupe_keys) with ordinality
    as e (kind, actor, subject_kind, subject_id, post_id, product_id, link_code, campaign_id, creator_id, network,
    quantity, amount, payload, occurred_at, dedupe_key, n)
  on conflict (shop_id, dedupe_key) where dedupe_key is not null do nothing;
  get diagnostics written = row_count;
  return written;
end $$;

create table projection_cursors (
  shop_id bigint not null,
  name text not null,
  version integer not null,
  seq bigint not null default 0,
  primary key (shop_id, name)
);

create table intake_drops (
  shop_id bigint not null,
  day date not null,
  reason text not null,
  dropped bigint not null,
  primary key (shop_id, day, reason)
);

-- Secrets of cookieless counting: a visitor's key is a hash with the day's salt, which is thrown away.
create table visitor_salts (
  day date primary key,
  salt bytea not null
);

-- What must happen after a commit: written with the state, relayed to the job queue.
create table outbox (
  shop_id bigint not null,
  id bigint generated always as identity,
  topic text not null,
  payload jsonb not null,
  run_at timestamptz not null,
  created_at timestamptz not null,
  primary key (shop_id, id)
);
create index outbox_due on outbox (shop_id, run_at, id);

-- Projections. Counts of each post, and one narrow rollup that answers every results page.
create table post_counts (
  shop_id bigint not null,
  post_id uuid not null,
  likes integer not null default 0,
  reposts integer not null default 0,
  saves integer not null default 0,
  comments integer not null default 0,
  shares integer not null default 0,
  share_visits integer not null default 0,
  views integer not null default 0,
  clicks integer not null default 0,
  primary key (shop_id, post_id)
);

create table rollup_hours (
  shop_id bigint not null,
  hour timestamptz not null,
  dimension text collate "C" not null,
  key text collate "C" not null,
  kind text collate "C" not null,
  network text collate "C" not null,
  quantity bigint not null,
  amount bigint not null default 0,
  primary key (shop_id, dimension, key, kind, network, hour)
);
create index rollup_hours_window on rollup_hours (shop_id, dimension, hour);
