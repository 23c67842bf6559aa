-- Open tasks of series that have several meetings, series by series: where one that was worded anew
-- in the next meeting is looked for.
SELECT note.series_note, task.id, task.meeting, task.text
FROM (
	SELECT series_note AS first FROM note
	WHERE series_note IS NOT NULL
	GROUP BY series_note
	HAVING min(meeting) <> max(meeting)) AS series
CROSS JOIN note ON note.series_note = series.first
CROSS JOIN mention ON mention.note = note.id AND mention.kind = 1
CROSS JOIN task ON task.id = mention.item AND task.lead = mention.id AND task.state < 4
ORDER BY series.first
