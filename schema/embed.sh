#!/bin/sh
# SQL files -> C: prints the tables that src/store/schema.h declares.
#
# A line "-- include FILE" stands for the lines of that file. The file of a report or section begins
# with its summary and lines "-- key: value". Texts are written as bytes, for ISO C promises no
# string longer than 4,095.
set -eu
cd "$(dirname "$0")"

whole() {
	awk '/^-- include / { while ((getline line < $3) > 0) print line; close($3); next } { print }' \
		"$1"
}

bytes() {
	printf 'static const char %s[] = {\n' "$1"
	whole "$2" | od -An -v -tu1 | sed -e 's/ *\([0-9][0-9]*\)/\1,/g'
	printf '0 };\n'
}

# The columns of a report: AS "name" or, when they are no text, AS "name:type".
columns() {
	whole "$1" | grep -o 'AS "[a-z_]*' | sed 's/^AS "//' | tr '\n' ' ' | sed 's/ $//'
}

key() {
	sed -n "s/^-- $1: *//p" "$2" | head -n 1
}

echo '/* Made by schema/embed.sh from the SQL files beside it. */'
echo '#include "store/schema.h"'
for file in *.sql statements/*.sql; do
	bytes "sql_$(basename "$file" .sql)" "$file"
done
for folder in report section; do
	for file in "$folder"s/*.sql; do
		bytes "${folder}_$(basename "$file" .sql)" "$file"
	done
done

echo 'const struct schema_text schema_texts[] = {'
for file in *.sql statements/*.sql; do
	name=$(basename "$file" .sql)
	printf '\t{ "%s", sql_%s },\n' "$name" "$name"
done
printf '\t{ 0, 0 }\n};\n'

# rows FOLDER: the table of the reports whose names are read.
rows() {
	echo "const struct schema_report schema_$1s[] = {"
	while read -r name; do
		file=$1s/$name.sql
		printf '\t{ { "%s", "%s", "%s", "%s", "%s", "%s", "%s" }, "%s", %s_%s },\n' "$name" \
			"$(sed -n '1s/^-- *//p' "$file")" "$(key subject "$file")" \
			"$(key table "$file")" "$(key group "$file")" "$(key sort "$file")" "$(columns "$file")" \
			"$(key state "$file")" "$1" "$name"
	done
	printf '\t{ { 0, 0, 0, 0, 0, 0, 0 }, 0, 0 }\n};\n'
}

rows report <reports/order
for file in sections/*.sql; do
	basename "$file" .sql
done | rows section
