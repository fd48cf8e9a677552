-- Short links, buy links and personal share links, all under /l/{code}.
create table links (
  shop_id bigint not null references shops,
  code text not null check (code = lower(code)),
  kind text not null check (kind in ('short', 'buy', 'share')),
  label text not null default '',
  target text not null,
  items jsonb,
  coupon_code text,
  network text,
  post_id uuid,
  product_id uuid,
  campaign_id uuid,
  member_id uuid,
  created_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz,
  disabled_at timestamptz,
  primary key (shop_id, code)
);
create index links_recent on links (shop_id, kind, created_at desc, code);
create unique index links_share on links (shop_id, member_id, target) where kind = 'share';

-- One followed link or tapped Buy: what a click id in an address stands for. Needs no cookie.
create table touches (
  shop_id bigint not null,
  click_id text not null,
  kind text not null check (kind in ('link', 'tap')),
  after_click_id text,
  link_code text,
  post_id uuid,
  campaign_id uuid,
  creator_id uuid,
  product_id uuid,
  network text not null,
  visitor text,
  touched_at timestamptz not null,
  primary key (shop_id, click_id)
);

-- Which touches led to a cart, so that every attribution model stays possible.
create table cart_touches (
  shop_id bigint not null,
  cart_id uuid not null,
  click_id text not null,
  noted_at timestamptz not null,
  primary key (shop_id, cart_id, click_id)
);

-- Whose order is it: one row per order, model and credited touch; the credits of an order and model sum to 1.
create table order_credits (
  shop_id bigint not null,
  order_id uuid not null,
  model text not null,
  n integer not null default 0,
  click_id text,
  post_id uuid,
  campaign_id uuid,
  link_code text,
  creator_id uuid,
  network text,
  credit numeric(9, 8) not null,
  touched_at timestamptz,
  primary key (shop_id, order_id, model, n)
);
create index order_credits_post on order_credits (shop_id, post_id);
create index order_credits_link on order_credits (shop_id, link_code);
create index order_credits_campaign on order_credits (shop_id, campaign_id);
