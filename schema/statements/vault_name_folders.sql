-- The folders below which the settings :json take a day from the names of notes.
SELECT folder.value
FROM json_each(:json, '$.filenameAsDateFolders') AS folder
WHERE folder.type = 'text' AND folder.value <> ''
