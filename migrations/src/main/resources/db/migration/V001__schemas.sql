-- One schema a module. Across modules only ids: no foreign key crosses from one schema to another.
CREATE SCHEMA registry;
CREATE SCHEMA monitoring;
CREATE SCHEMA reports;
