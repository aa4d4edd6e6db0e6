-- Indexes for search in names and texts; not part of the tables that drizzle-kit compares.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
