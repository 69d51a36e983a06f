CREATE TABLE outbox_message (
  id BIGINT NOT NULL PRIMARY KEY,
  lane VARCHAR(20) NOT NULL,
  handler VARCHAR(80) NOT NULL,
  payload LONGTEXT NOT NULL,
  happened_at DATETIME(6) NOT NULL,
  state VARCHAR(10) NOT NULL,
  attempts INT NOT NULL,
  due_at DATETIME(6) NOT NULL,
  leased_by VARCHAR(20),
  last_error VARCHAR(1000),
  KEY outbox_message_due (lane, state, due_at, id)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE outbox_lane (
  lane VARCHAR(20) NOT NULL PRIMARY KEY,
  holder VARCHAR(20) NOT NULL,
  held_until DATETIME(6) NOT NULL
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT INTO outbox_lane (lane, holder, held_until) VALUES ('CHARGE', '', '2000-01-01');

-- The table of db-scheduler, as its documentation gives it for MySQL.
CREATE TABLE scheduled_tasks (
  task_name VARCHAR(100) NOT NULL,
  task_instance VARCHAR(100) NOT NULL,
  task_data BLOB,
  execution_time TIMESTAMP(6) NOT NULL,
  picked BOOLEAN NOT NULL,
  picked_by VARCHAR(50),
  last_success TIMESTAMP(6) NULL,
  last_failure TIMESTAMP(6) NULL,
  consecutive_failures INT,
  last_heartbeat TIMESTAMP(6) NULL,
  version BIGINT NOT NULL,
  priority SMALLINT,
  PRIMARY KEY (task_name, task_instance),
  KEY execution_time_idx (execution_time),
  KEY last_heartbeat_idx (last_heartbeat),
  KEY priority_execution_time_idx (priority, execution_time)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
