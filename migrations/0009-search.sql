-- What the square is searched by: plain words in every language alike, found by their beginnings.
alter table products add column words tsvector generated always as (
  setweight(to_tsvector('simple', title), 'A')
  || setweight(to_tsvector('simple', coalesce(vendor, '') || ' ' || coalesce(product_type, '')), 'B')
  || setweight(to_tsvector('simple', left(regexp_replace(description, '<[^>]*>', ' ', 'g'), 20000)), 'D')
) stored;
create index products_words on products using gin (words);

alter table posts add column search_words tsvector generated always as (
  setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', words), 'C')
) stored;
create index posts_search on posts using gin (search_words) where state = 'published';
