create table locations (
  shop_id bigint not null references shops,
  id uuid not null,
  name text not null,
  address jsonb not null default '{}',
  is_default boolean not null default false,
  pickup boolean not null default false,
  primary key (shop_id, id)
);
create unique index locations_default on locations (shop_id) where is_default;

create table products (
  shop_id bigint not null references shops,
  id uuid not null,
  handle text not null,
  title text not null,
  description text not null default '',
  vendor text,
  product_type text,
  state text not null default 'draft' check (state in ('draft', 'active', 'archived')),
  tax_class text not null default 'standard',
  options jsonb not null default '[]',
  seo_title text,
  seo_description text,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (shop_id, id)
);
create unique index products_handle on products (shop_id, handle);
create index products_list on products (shop_id, state, updated_at desc, id desc);
create index products_recent on products (shop_id, updated_at desc, id desc);
create index products_shelf on products (shop_id, state, id desc);

create table product_tags (
  shop_id bigint not null,
  product_id uuid not null,
  tag text not null,
  primary key (shop_id, product_id, tag),
  foreign key (shop_id, product_id) references products on delete cascade
);
create index product_tags_tag on product_tags (shop_id, tag, product_id);

create table variants (
  shop_id bigint not null references shops,
  id uuid not null,
  product_id uuid not null,
  sku text not null,
  barcode text,
  option_values text[] not null default '{}',
  position integer not null default 0,
  price bigint not null check (price >= 0),
  compare_at bigint check (compare_at > 0),
  cost bigint,
  grams integer not null default 0 check (grams >= 0),
  requires_shipping boolean not null default true,
  tracked boolean not null default true,
  continue_selling boolean not null default false,
  picture_id uuid,
  archived_at timestamptz,
  primary key (shop_id, id),
  foreign key (shop_id, product_id) references products on delete cascade
);
create unique index variants_sku on variants (shop_id, sku);
create index variants_product on variants (shop_id, product_id, position, id);
create unique index variants_choice on variants (shop_id, product_id, option_values) where archived_at is null;

create table price_changes (
  shop_id bigint not null,
  variant_id uuid not null,
  set_at timestamptz not null,
  price bigint not null,
  compare_at bigint,
  primary key (shop_id, variant_id, set_at),
  foreign key (shop_id, variant_id) references variants on delete cascade
);

create table stock (
  shop_id bigint not null,
  variant_id uuid not null,
  location_id uuid not null,
  on_hand integer not null default 0 check (on_hand >= 0),
  reserved integer not null default 0 check (reserved >= 0),
  primary key (shop_id, variant_id, location_id),
  foreign key (shop_id, variant_id) references variants on delete cascade,
  foreign key (shop_id, location_id) references locations,
  check (reserved <= on_hand)
);

-- Every change of on_hand: their sum is the stock.
create table stock_moves (
  shop_id bigint not null,
  id uuid not null,
  variant_id uuid not null,
  location_id uuid not null,
  change integer not null check (change <> 0),
  reason text not null check (reason in ('set', 'received', 'sold', 'returned', 'damaged', 'import')),
  order_id uuid,
  actor text,
  moved_at timestamptz not null,
  primary key (shop_id, id)
);
create index stock_moves_variant on stock_moves (shop_id, variant_id, moved_at desc);

create table product_pictures (
  shop_id bigint not null,
  product_id uuid not null,
  picture_id uuid not null,
  position integer not null,
  alt text not null default '',
  primary key (shop_id, product_id, picture_id),
  foreign key (shop_id, product_id) references products on delete cascade,
  foreign key (shop_id, picture_id) references pictures
);

create table collections (
  shop_id bigint not null references shops,
  id uuid not null,
  handle text not null,
  title text not null,
  description text not null default '',
  position integer not null default 0,
  primary key (shop_id, id)
);
create unique index collections_handle on collections (shop_id, handle);
create table collection_products (
  shop_id bigint not null,
  collection_id uuid not null,
  product_id uuid not null,
  position integer not null default 0,
  primary key (shop_id, collection_id, product_id),
  foreign key (shop_id, collection_id) references collections on delete cascade,
  foreign key (shop_id, product_id) references products on delete cascade
);
create index collection_products_product on collection_products (shop_id, product_id);

create table imports (
  shop_id bigint not null references shops,
  id uuid not null,
  kind text not null default 'products',
  file_key text not null,
  file_name text not null,
  file_bytes bigint not null,
  overwrite_stock boolean not null default false,
  state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  bytes_read bigint not null default 0,
  rows_read integer not null default 0,
  -- Where a killed worker goes on: how many items of the reader's stream are behind us.
  items_read integer not null default 0,
  products_done integer not null default 0,
  created integer not null default 0,
  updated integer not null default 0,
  unchanged integer not null default 0,
  skipped integer not null default 0,
  problems integer not null default 0,
  problem text,
  started_by uuid,
  created_at timestamptz not null,
  started_at timestamptz,
  -- When the worker last said that it is at it.
  touched_at timestamptz,
  finished_at timestamptz,
  primary key (shop_id, id)
);
create index imports_recent on imports (shop_id, created_at desc, id desc);
create index imports_open on imports (shop_id, touched_at) where state in ('queued', 'running');
create table import_problems (
  shop_id bigint not null,
  import_id uuid not null,
  n integer not null,
  -- A notice is worth telling and refuses nothing.
  notice boolean not null default false,
  row integer not null,
  handle text,
  field text,
  code text not null,
  detail text,
  raw text,
  primary key (shop_id, import_id, n),
  foreign key (shop_id, import_id) references imports on delete cascade
);

-- A picture that an import named by its address: fetched once per product by a job, then attached at its position.
create table remote_pictures (
  shop_id bigint not null,
  id uuid not null,
  product_id uuid not null,
  import_id uuid not null,
  url text not null,
  url_key text not null,
  position integer not null,
  alt text not null default '',
  skus text[] not null default '{}',
  state text not null default 'queued' check (state in ('queued', 'done', 'failed')),
  tries integer not null default 0,
  problem text,
  picture_id uuid,
  primary key (shop_id, id),
  foreign key (shop_id, product_id) references products on delete cascade,
  foreign key (shop_id, import_id) references imports,
  check (state <> 'done' or picture_id is not null)
);
create unique index remote_pictures_url on remote_pictures (shop_id, product_id, url_key);
create index remote_pictures_import on remote_pictures (shop_id, import_id, state, id);
