-- A new file, with what was read of it.
INSERT INTO note (folder, vault, path, name, stamp, hash, title, title_key, date, type, series,
	series_key, source, source_ref, source_key, repaired, stated_account, account, account_reason,
	account_written, project, project_written)
VALUES (:folder, :vault, :path, :name, :stamp, :hash, :title, :title_key, :date, :type, :series,
	:series_key, :source, :source_ref, :source_key, :repaired, :account, :account,
	:account_reason, :account_written, :project, :project_written)
