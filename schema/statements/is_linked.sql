-- Whether a mention has found a partner in its meeting.
SELECT EXISTS (SELECT 1 FROM link WHERE b = :mention AND reason = 'meeting')
	OR EXISTS (SELECT 1 FROM link WHERE a = :mention AND reason = 'meeting')
