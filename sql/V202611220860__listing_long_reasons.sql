-- A published reason for a suspension or a stop is as long as any other reason: 8 000 characters.
ALTER TABLE listing MODIFY suspension_reason TEXT NULL;
