-- Product feeds: the files that networks fetch to list a shop's goods. The code stands in the address; where the shop
-- wishes, nobody can guess it. What people come by is counted by the feed's own link.
create table feeds (
  shop_id bigint not null references shops,
  id uuid not null,
  code text not null,
  name text not null check (char_length(name) between 1 and 80),
  network text not null check (network in ('google', 'meta', 'pinterest')),
  country char(2) not null,
  locale text not null,
  settings jsonb not null,
  link_code text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  disabled_at timestamptz,
  -- What the last look through the catalogue saw, and when.
  fingerprint text,
  checked_at timestamptz,
  items integer not null default 0,
  refused integer not null default 0,
  fetched_at timestamptz,
  fetched_by text,
  primary key (shop_id, id),
  foreign key (shop_id, link_code) references links
);
create unique index feeds_code on feeds (shop_id, code);

-- What a network is told of each variant: a hash of it since when, and what the network would refuse or may dislike.
create table feed_items (
  shop_id bigint not null,
  feed_id uuid not null,
  product_id uuid not null,
  variant_id uuid not null,
  item_id text not null,
  hash text not null,
  state text not null check (state in ('told', 'refused', 'gone')),
  problems text[] not null default '{}',
  changed_at timestamptz not null,
  primary key (shop_id, feed_id, product_id, variant_id),
  foreign key (shop_id, feed_id) references feeds on delete cascade
);
create index feed_items_changed on feed_items (shop_id, feed_id, changed_at, variant_id);
create index feed_items_problems on feed_items (shop_id, feed_id, state, product_id, variant_id)
  where cardinality(problems) > 0;
