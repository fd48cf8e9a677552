-- Stores elsewhere (Shopify, WooCommerce, any that understands UCP permalinks, a plain address) in which some goods live:
-- a cart is handed over to them, and what was bought there comes back by their webhooks or by an import of their orders.
create table stores (
  shop_id bigint not null references shops,
  id uuid not null,
  name text not null check (char_length(name) between 1 and 80),
  kind text not null check (kind in ('shopify', 'woocommerce', 'ucp', 'url')),
  -- Where its carts are filled, with https and without a slash at its end; a UCP store's is its permalink endpoint.
  address text not null,
  -- What its webhooks are signed with, and the unguessable end of the address at which we take them.
  secret text,
  inbox text not null,
  -- A secret that was replaced is taken beside the new one for a day, so that a store can change over in peace.
  old_secret text,
  old_secret_until timestamptz,
  last_heard_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  disabled_at timestamptz,
  primary key (shop_id, id)
);
create unique index stores_inbox on stores (shop_id, inbox);

-- A variant that is sold in a store, under the store's own identifier; in a plain store under an address of its own.
create table store_goods (
  shop_id bigint not null,
  variant_id uuid not null,
  store_id uuid not null,
  outside_id text,
  url text,
  primary key (shop_id, variant_id),
  foreign key (shop_id, variant_id) references variants on delete cascade,
  foreign key (shop_id, store_id) references stores,
  check (outside_id is not null or url is not null)
);
create index store_goods_store on store_goods (shop_id, store_id, variant_id);
-- One identifier means one variant, so that an order that names it does too.
create unique index store_goods_outside on store_goods (shop_id, store_id, outside_id);

-- A cart's goods on their way to a store. The code travels along and comes back with the order.
create table hand_overs (
  shop_id bigint not null references shops,
  id uuid not null,
  code text not null,
  store_id uuid not null,
  cart_id uuid not null,
  member_id uuid,
  visitor text,
  click_id text,
  coupon_code text,
  -- What was on its way: variantId, productId, title, quantity, price (minor units), postId, clickId of each line.
  lines jsonb not null,
  handed_at timestamptz not null,
  primary key (shop_id, id),
  foreign key (shop_id, store_id) references stores
);
create unique index hand_overs_code on hand_overs (shop_id, code);
create index hand_overs_recent on hand_overs (shop_id, store_id, handed_at desc, id desc);
create index hand_overs_member on hand_overs (shop_id, member_id) where member_id is not null;
create index hand_overs_people on hand_overs (shop_id, handed_at) where visitor is not null or member_id is not null;
create index hand_overs_cart on hand_overs (shop_id, cart_id, handed_at desc);

-- An order that a store told of. A sale of ours only when it came by a hand-over.
create table store_orders (
  shop_id bigint not null,
  id uuid not null,
  store_id uuid not null,
  outside_id text not null,
  number text not null,
  hand_over_id uuid,
  state text not null check (state in ('open', 'paid', 'part_refunded', 'refunded', 'cancelled')),
  currency text not null,
  -- Minor units of the order's own currency; goods is what they earn: less discount, VAT and delivery.
  total bigint not null,
  goods bigint not null,
  refunded bigint not null default 0,
  -- What its newest message said by itself; the state above also knows what came beside it.
  said_refunded bigint not null default 0,
  said_cancelled boolean not null default false,
  -- Once paid is paid for good, whatever message says so and whenever it arrives.
  paid boolean not null default false,
  -- What the ledger has been told, in the shop's currency: what the goods earned, and what of it went back.
  told bigint,
  told_back bigint not null default 0,
  tellings integer not null default 0,
  heard_by text not null check (heard_by in ('webhook', 'import')),
  placed_at timestamptz not null,
  changed_at timestamptz not null,
  -- The store's own time of this state, then how far it is, then what it says: the greatest is the newest, so that the
  -- order in which messages arrive does not matter.
  mark text collate "C" not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (shop_id, id),
  foreign key (shop_id, store_id) references stores,
  foreign key (shop_id, hand_over_id) references hand_overs
);
create unique index store_orders_outside on store_orders (shop_id, store_id, outside_id);
create index store_orders_recent on store_orders (shop_id, placed_at desc, id desc);
create index store_orders_number on store_orders (shop_id, store_id, number);
create index store_orders_sold on store_orders (shop_id, placed_at) where told is not null;

-- What is told of an order beside the order itself, and may come before it: refunds by their own ids, how much a file of
-- orders said went back, that it was deleted, and that it was restored.
create table store_order_facts (
  shop_id bigint not null,
  store_id uuid not null,
  order_outside_id text not null,
  kind text not null check (kind in ('refund', 'refunded', 'deleted', 'restored')),
  outside_id text not null,
  total bigint not null default 0,
  currency text,
  told_at timestamptz not null,
  primary key (shop_id, store_id, order_outside_id, kind, outside_id),
  foreign key (shop_id, store_id) references stores
);

create table store_order_lines (
  shop_id bigint not null,
  order_id uuid not null,
  n integer not null,
  outside_id text,
  sku text,
  title text not null,
  product_id uuid,
  variant_id uuid,
  quantity integer not null check (quantity > 0),
  -- Its part of the order's goods, to the cent.
  total bigint not null,
  primary key (shop_id, order_id, n),
  foreign key (shop_id, order_id) references store_orders on delete cascade
);
create index store_order_lines_product on store_order_lines (shop_id, product_id) where product_id is not null;

-- What a store said, each message once: for the log, and so that a repeated one changes nothing.
create table store_messages (
  shop_id bigint not null,
  store_id uuid not null,
  message_id text not null,
  topic text not null,
  state text not null check (state in ('taken', 'ignored', 'refused')),
  problem text,
  heard_at timestamptz not null,
  primary key (shop_id, store_id, message_id),
  foreign key (shop_id, store_id) references stores
);
create index store_messages_recent on store_messages (shop_id, store_id, heard_at desc);

-- Orders of stores elsewhere may be taken along too.
alter table exports drop constraint exports_what_check;
alter table exports add constraint exports_what_check
  check (what in ('products', 'orders', 'store_orders', 'customers', 'interactions', 'posts'));
