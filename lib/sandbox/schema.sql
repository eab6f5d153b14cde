-- The sandbox gateway's books. Every statement may run again at each start.
CREATE SCHEMA IF NOT EXISTS sandbox;

CREATE TABLE IF NOT EXISTS sandbox.apps (
  app_id text PRIMARY KEY,
  app_name text NOT NULL,
  merchant text NOT NULL,
  public_key text,
  request_secret text NOT NULL,
  request_sign_mode text NOT NULL,
  callback_secret text NOT NULL,
  callback_sign_mode text NOT NULL,
  callback_private_key text,
  callback_url text,
  qr_callback_url text,
  transfer_callback_url text,
  limits jsonb NOT NULL,
  settings jsonb NOT NULL,
  history jsonb,
  time_scale double precision NOT NULL,
  balance bigint NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE IF NOT EXISTS sandbox.ledger (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  app_id text NOT NULL REFERENCES sandbox.apps,
  at timestamptz NOT NULL,
  cause text NOT NULL,
  amount bigint NOT NULL,
  reference text NOT NULL
);
CREATE INDEX IF NOT EXISTS ledger_by_time ON sandbox.ledger (app_id, at);

CREATE TABLE IF NOT EXISTS sandbox.qr_codes (
  app_id text NOT NULL REFERENCES sandbox.apps,
  mch_order_id text NOT NULL,
  qrcode_id text NOT NULL,
  qrcode_content text NOT NULL,
  channel_code text NOT NULL,
  amount bigint,
  customer_name text,
  email text,
  callback_url text,
  remark text,
  status text NOT NULL,
  create_time timestamptz NOT NULL,
  update_time timestamptz NOT NULL,
  expires_at timestamptz,
  link_code text NOT NULL UNIQUE,
  PRIMARY KEY (app_id, mch_order_id)
);
CREATE INDEX IF NOT EXISTS qr_codes_to_expire ON sandbox.qr_codes (expires_at) WHERE status = 'ACTIVE';

-- One row per collection, whatever the product; a web payment is here from its creation on.
CREATE TABLE IF NOT EXISTS sandbox.transactions (
  app_id text NOT NULL REFERENCES sandbox.apps,
  transaction_id text NOT NULL,
  product text NOT NULL,
  channel_code text NOT NULL,
  mch_order_id text NOT NULL,
  amount bigint NOT NULL,
  fee bigint NOT NULL DEFAULT 0,
  status text NOT NULL,
  create_time timestamptz NOT NULL,
  complete_time timestamptz,
  paid_at timestamptz,
  due_at timestamptz,
  due_status text,
  due_failed_code integer,
  failed_code integer,
  failed_message text,
  customer_name text,
  email text,
  mobile text,
  remark text,
  callback_url text,
  redirect_url text,
  link_code text UNIQUE,
  expires_at timestamptz,
  statement_copies integer NOT NULL DEFAULT 1,
  PRIMARY KEY (app_id, transaction_id)
);
CREATE UNIQUE INDEX IF NOT EXISTS web_payments_by_order
  ON sandbox.transactions (app_id, mch_order_id) WHERE product = 'WEB';
CREATE INDEX IF NOT EXISTS transactions_by_order ON sandbox.transactions (app_id, mch_order_id);
CREATE INDEX IF NOT EXISTS transactions_by_id ON sandbox.transactions (transaction_id);
CREATE INDEX IF NOT EXISTS transactions_by_creation
  ON sandbox.transactions (app_id, create_time, transaction_id);
CREATE INDEX IF NOT EXISTS transactions_by_completion ON sandbox.transactions (app_id, complete_time);
CREATE INDEX IF NOT EXISTS transactions_due ON sandbox.transactions (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE IF NOT EXISTS sandbox.refunds (
  app_id text NOT NULL REFERENCES sandbox.apps,
  mch_refund_order_id text NOT NULL,
  refund_transaction_id text NOT NULL,
  original_transaction_id text NOT NULL,
  amount bigint NOT NULL,
  fee_refunded bigint NOT NULL DEFAULT 0,
  status text NOT NULL,
  create_time timestamptz NOT NULL,
  return_time timestamptz,
  reason text,
  callback_url text NOT NULL,
  due_at timestamptz,
  due_status text,
  due_failed_code integer,
  failed_code integer,
  failed_message text,
  PRIMARY KEY (app_id, mch_refund_order_id),
  UNIQUE (app_id, refund_transaction_id)
);
CREATE INDEX IF NOT EXISTS refunds_by_original ON sandbox.refunds (app_id, original_transaction_id);
CREATE INDEX IF NOT EXISTS refunds_due ON sandbox.refunds (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE IF NOT EXISTS sandbox.payouts (
  app_id text NOT NULL REFERENCES sandbox.apps,
  transaction_id text NOT NULL,
  mch_order_id text NOT NULL,
  amount bigint NOT NULL,
  fee bigint NOT NULL,
  status text NOT NULL,
  create_time timestamptz NOT NULL,
  complete_time timestamptz,
  pay_method_code text NOT NULL,
  receiving_channel text NOT NULL,
  recipient_name text NOT NULL,
  recipient_account text NOT NULL,
  remitting_bank text NOT NULL,
  remitting_account text NOT NULL,
  remark text,
  failed_code integer,
  failed_message text,
  PRIMARY KEY (app_id, transaction_id),
  UNIQUE (app_id, mch_order_id)
);
CREATE INDEX IF NOT EXISTS payouts_by_creation ON sandbox.payouts (app_id, create_time, transaction_id);

CREATE TABLE IF NOT EXISTS sandbox.callbacks (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  app_id text NOT NULL REFERENCES sandbox.apps,
  event_name text NOT NULL,
  reference text NOT NULL,
  mch_order_id text NOT NULL,
  url text NOT NULL,
  body text NOT NULL,
  origin text NOT NULL,
  state text NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  next_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  acknowledged_at timestamptz
);
CREATE INDEX IF NOT EXISTS callbacks_due ON sandbox.callbacks (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS callbacks_by_app ON sandbox.callbacks (app_id, id);

CREATE TABLE IF NOT EXISTS sandbox.callback_attempts (
  callback_id bigint NOT NULL REFERENCES sandbox.callbacks,
  attempt integer NOT NULL,
  at timestamptz NOT NULL,
  http_status integer,
  answer text,
  error text,
  acknowledged boolean NOT NULL,
  PRIMARY KEY (callback_id, attempt)
);

CREATE TABLE IF NOT EXISTS sandbox.faults (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  app_id text NOT NULL REFERENCES sandbox.apps,
  fault text NOT NULL,
  operation text,
  times_left integer,
  settings jsonb NOT NULL
);
CREATE INDEX IF NOT EXISTS faults_by_app ON sandbox.faults (app_id);

-- Amounts ending in 09 answer 1018 the first time their id is seen.
CREATE TABLE IF NOT EXISTS sandbox.refused_once (
  app_id text NOT NULL REFERENCES sandbox.apps,
  operation text NOT NULL,
  merchant_id text NOT NULL,
  PRIMARY KEY (app_id, operation, merchant_id)
);

CREATE UNLOGGED TABLE IF NOT EXISTS sandbox.rate_buckets (
  app_id text NOT NULL,
  bucket text NOT NULL,
  tokens double precision NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (app_id, bucket)
);

CREATE TABLE IF NOT EXISTS sandbox.requests (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  app_id text NOT NULL,
  at timestamptz NOT NULL,
  operation text NOT NULL,
  mch_order_id text,
  transaction_id text,
  code integer,
  message text,
  http_status integer,
  acted boolean NOT NULL,
  fault text,
  canonical text NOT NULL,
  answer text
);
CREATE INDEX IF NOT EXISTS requests_by_app ON sandbox.requests (app_id, id);
