-- What was read of a file.
UPDATE note SET
	folder = :folder, vault = :vault, path = :path, name = :name, stamp = :stamp,
	hash = :hash,
	title = :title, title_key = :title_key, date = :date, type = :type, series = :series,
	series_key = :series_key, series_note = iif(:series_key = '', NULL, series_note),
	source = :source, source_ref = :source_ref, source_key = :source_key, repaired = :repaired,
	stated_account = :account, account = :account, account_reason = :account_reason,
	account_written = :account_written, project = :project, project_written = :project_written
WHERE id = :id
