create table campaigns (
  shop_id bigint not null references shops,
  id uuid not null,
  name text not null,
  slug text not null,
  hashtag text,
  starts_at timestamptz,
  ends_at timestamptz,
  created_at timestamptz not null,
  archived_at timestamptz,
  primary key (shop_id, id),
  check (ends_at > starts_at)
);
create unique index campaigns_slug on campaigns (shop_id, slug);

create table posts (
  shop_id bigint not null references shops,
  id uuid not null,
  slug text not null,
  title text not null default '',
  words text not null default '',
  hashtags text[] not null default '{}',
  state text not null check (state in ('draft', 'scheduled', 'published', 'removed')),
  campaign_id uuid,
  author_id uuid not null,
  disclosure text,
  pinned boolean not null default false,
  publish_at timestamptz,
  published_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (shop_id, id),
  foreign key (shop_id, campaign_id) references campaigns,
  foreign key (shop_id, author_id) references members,
  check (state <> 'scheduled' or publish_at is not null),
  check (state <> 'published' or published_at is not null)
);
create unique index posts_slug on posts (shop_id, slug);
create index posts_feed on posts (shop_id, pinned desc, published_at desc, id desc) where state = 'published';
create index posts_due on posts (shop_id, publish_at) where state = 'scheduled';
create index posts_state on posts (shop_id, state, updated_at desc, id);
create index posts_campaign on posts (shop_id, campaign_id);

create table post_pictures (
  shop_id bigint not null,
  post_id uuid not null,
  position integer not null,
  picture_id uuid not null,
  alt text not null default '',
  primary key (shop_id, post_id, position),
  foreign key (shop_id, post_id) references posts on delete cascade,
  foreign key (shop_id, picture_id) references pictures
);

-- A product shown on a picture of a post: x and y are fractions of the picture's width and height.
create table post_tags (
  shop_id bigint not null,
  post_id uuid not null,
  n integer not null,
  picture_position integer not null default 0,
  product_id uuid not null,
  x real not null check (x between 0 and 1),
  y real not null check (y between 0 and 1),
  primary key (shop_id, post_id, n),
  foreign key (shop_id, post_id) references posts on delete cascade,
  foreign key (shop_id, product_id) references products
);
create index post_tags_product on post_tags (shop_id, product_id);

create table reactions (
  shop_id bigint not null,
  member_id uuid not null,
  post_id uuid not null,
  kind text not null check (kind in ('like', 'repost', 'save')),
  reacted_at timestamptz not null,
  primary key (shop_id, member_id, post_id, kind),
  foreign key (shop_id, post_id) references posts on delete cascade,
  foreign key (shop_id, member_id) references members
);
create index reactions_post on reactions (shop_id, post_id, kind, reacted_at desc);
create index reactions_member on reactions (shop_id, member_id, kind, reacted_at desc);

-- A reply hangs from the comment its thread began with, so parent_id never leads to another reply.
create table comments (
  shop_id bigint not null,
  id uuid not null,
  post_id uuid not null,
  parent_id uuid,
  member_id uuid not null,
  words text not null check (char_length(words) <= 2000),
  state text not null default 'visible' check (state in ('visible', 'hidden', 'deleted')),
  posted_at timestamptz not null,
  edited_at timestamptz,
  primary key (shop_id, id),
  foreign key (shop_id, post_id) references posts on delete cascade,
  foreign key (shop_id, parent_id) references comments on delete cascade,
  foreign key (shop_id, member_id) references members
);
create index comments_post on comments (shop_id, post_id, posted_at, id);
create index comments_thread on comments (shop_id, parent_id, posted_at, id) where parent_id is not null;
create index comments_member on comments (shop_id, member_id, posted_at desc);

create table follows (
  shop_id bigint not null,
  member_id uuid not null,
  followed_at timestamptz not null,
  primary key (shop_id, member_id),
  foreign key (shop_id, member_id) references members
);
