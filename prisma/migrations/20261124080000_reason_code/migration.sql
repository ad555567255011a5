-- The reason as {key, params}, so that each reader has it in their language. Rows of before keep the English sentence alone.
ALTER TABLE delivery ADD COLUMN "reasonCode" jsonb;
