-- When each row of scores was loaded: the moment of its batch, and no two batches have one alike.
-- DuckDB knows of every stretch of rows the least and the greatest number, but of texts only the
-- first eight letters, which the ids of one day share. A question over the tables of many years
-- finds its rows by this column and leaves the other stretches unread.
alter table score add column loaded_at timestamp;

update score set loaded_at = batch.loaded_at from batch where batch.id = score.batch;
