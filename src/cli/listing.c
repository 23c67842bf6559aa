#include "listing.h"

#include "fault.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* The place of the column that a user means: "owner" is "owners"; SIZE_MAX when there is none. */
static size_t
find_column(const struct docket_value *columns, struct docket_str name)
{
	for (size_t i = 0; i < columns->count; i++) {
		struct docket_str column = columns->items[i].name;
		bool singular = column.length == name.length + 1 &&
				column.bytes[name.length] == 's' &&
				memcmp(column.bytes, name.bytes, name.length) == 0;
		if (text_equal(column, name) || singular)
			return i;
	}
	return SIZE_MAX;
}

static struct docket_str
keys_of(const struct page *page)
{
	const char *own = page->report ? page->report->group : NULL;
	return docket_str(page->group_by ? page->group_by : own);
}

/* The rows may have been asked for with some of a report's columns alone. */
static bool
fail_key(const struct page *page, const struct docket_value *columns, struct docket_str key,
	struct docket_error *err)
{
	struct text names = { 0 };
	const char *known = page->report ? page->report->columns : NULL;
	struct docket_str all = docket_str(known), name;
	while (text_next_part(&all, ' ', &name))
		text_format(&names, ", %.*s", (int)name.length, name.bytes);
	for (size_t i = 0; !known && i < columns->count; i++) {
		name = columns->items[i].name;
		text_format(&names, ", %.*s", (int)name.length, name.bytes);
	}
	struct docket_str list = text_skip(text_view(&names), names.length ? 2 : 0);
	fault(err, DOCKET_INVALID, "'%.*s' is no column to group by; there are: %.*s",
		(int)key.length, key.bytes, (int)list.length, list.bytes);
	text_free(&names);
	return false;
}

bool
listing_check_keys(
	const struct page *page, const struct docket_value *columns, struct docket_error *err)
{
	struct docket_str keys = keys_of(page), key;
	for (size_t count = 1; text_next_part(&keys, ',', &key); count++) {
		if (find_column(columns, key) == SIZE_MAX)
			return fail_key(page, columns, key, err);
		if (count > LISTING_KEYS)
			return fault(err, DOCKET_INVALID, "cannot group by more than %d columns",
				LISTING_KEYS);
	}
	return true;
}

void
listing_add_columns(const struct page *page, struct text *columns)
{
	text_format(columns, "%s %s " COLUMN_FACTS, page->report->table, page->report->group);
	/* Which of the two is a column the report knows. */
	struct docket_str keys = keys_of(page), key;
	while (text_next_part(&keys, ',', &key))
		text_format(columns, " %.*s %.*ss", (int)key.length, key.bytes, (int)key.length,
			key.bytes);
}

static struct cell
end_cell(struct listing *listing, size_t start, enum style style)
{
	struct cell cell = { .start = start, .length = listing->text.length - start };
	cell.width = text_width(listing_text(listing, &cell));
	cell.style = style;
	return cell;
}

static struct column
make_column(struct listing *listing, const struct docket_value *columns, size_t place)
{
	struct docket_str name = columns->items[place].name;
	size_t start = listing->text.length;
	column_add_title(&listing->text, name, listing->subject);
	return (struct column){ .name = name,
		.place = place,
		.look = column_look(name, listing->subject),
		.title = end_cell(listing, start, STYLE_DIM),
		.right = true,
		.empty = true };
}

static bool
is_key(const struct listing *listing, size_t place)
{
	for (size_t i = 0; i < listing->key_count; i++)
		if (listing->keys[i].place == place)
			return true;
	return false;
}

static bool
is_left_out(const struct listing *listing, struct docket_str column)
{
	struct docket_str names = docket_str(listing->without), name;
	while (text_next_part(&names, ' ', &name))
		if (text_equal(name, column))
			return true;
	return false;
}

/* A column that is not yet there and not told by the headings. */
static void
add_column(struct listing *listing, const struct docket_value *columns, size_t place)
{
	bool known = place == SIZE_MAX || is_key(listing, place) ||
		     is_left_out(listing, columns->items[place].name);
	for (size_t i = 0; i < listing->column_count && !known; i++)
		known = listing->columns[i].place == place;
	if (!known)
		listing->columns[listing->column_count++] = make_column(listing, columns, place);
}

/* The report's columns, and behind the text what it is grouped by unless asked otherwise. */
static void
choose_columns(struct listing *listing, const struct page *page, const struct docket_value *columns)
{
	listing->columns = text_array(columns->count, sizeof(listing->columns[0]));
	for (size_t i = 0; !page->report && i < columns->count; i++)
		add_column(listing, columns, i);
	if (!page->report)
		return;
	struct docket_str names = docket_str(page->report->table), name;
	while (text_next_part(&names, ' ', &name)) {
		add_column(listing, columns, find_column(columns, name));
		struct docket_str groups = docket_str(page->report->group), group;
		while (text_is(name, "text") && text_next_part(&groups, ',', &group))
			add_column(listing, columns, find_column(columns, group));
	}
}

static void
choose_keys(struct listing *listing, const struct page *page, const struct docket_value *columns)
{
	struct docket_str keys = keys_of(page), key;
	while (listing->key_count < LISTING_KEYS && text_next_part(&keys, ',', &key))
		listing->keys[listing->key_count++] =
			make_column(listing, columns, find_column(columns, key));
}

static const struct docket_value nothing;

static const struct docket_value *
value_of(const struct docket_value *row, const struct column *column)
{
	const struct docket_value *value = source_value(row, column->name, column->place);
	return value ? value : &nothing;
}

static struct cell
add_value(struct listing *listing, const struct column *column, const struct docket_value *value,
	const struct facts *facts)
{
	size_t start = listing->text.length;
	enum style style = column_add(&listing->text, column->look, value, facts);
	return end_cell(listing, start, style);
}

static void
add_cells(struct listing *listing, const struct docket_value *row, const struct facts *facts)
{
	size_t count = listing->tally.rows * listing->column_count;
	listing->cells = text_grow(listing->cells, count + listing->column_count + 1,
		&listing->cell_capacity, sizeof(listing->cells[0]));
	for (size_t i = 0; i < listing->column_count; i++) {
		struct column *column = &listing->columns[i];
		const struct docket_value *value = value_of(row, column);
		struct cell cell = add_value(listing, column, value, facts);
		listing->cells[count + i] = cell;
		column->empty &= cell.length == 0;
		column->right &= value->type == DOCKET_NUMBER || value->type == DOCKET_NULL;
		column->elastic |= value->type == DOCKET_TEXT || value->type == DOCKET_LIST ||
				   value->type == DOCKET_MAP;
	}
}

/* The values that a row has in a key: those of a list, or itself. At least one. */
static size_t
key_values(const struct docket_value *value)
{
	return value->type == DOCKET_LIST && value->count ? value->count : 1;
}

static void
add_entry(struct listing *listing, const struct docket_value *row, const struct facts *facts,
	size_t choice)
{
	listing->entries = text_grow(listing->entries, listing->entry_count + 1,
		&listing->entry_capacity, sizeof(listing->entries[0]));
	struct entry entry = { .row = listing->tally.rows, .order = listing->entry_count };
	for (size_t i = listing->key_count; i-- > 0;) {
		const struct docket_value *value = value_of(row, &listing->keys[i]);
		size_t count = key_values(value);
		if (value->type == DOCKET_LIST && value->count)
			value = &value->items[choice % count];
		entry.labels[i] = add_value(listing, &listing->keys[i], value, facts);
		choice /= count;
	}
	listing->entries[listing->entry_count++] = entry;
}

static void
add_row(struct listing *listing, const struct docket_value *row, struct docket_date today)
{
	struct facts facts = column_facts(row, today);
	add_cells(listing, row, &facts);
	size_t choices = 1;
	for (size_t i = 0; i < listing->key_count; i++)
		choices *= key_values(value_of(row, &listing->keys[i]));
	for (size_t choice = 0; choice < choices; choice++)
		add_entry(listing, row, &facts, choice);
	listing->late = text_grow(listing->late, listing->tally.rows + 1, &listing->late_capacity,
		sizeof(listing->late[0]));
	listing->late[listing->tally.rows++] = facts.late;
	listing->tally.late += facts.late;
	listing->tally.teams += facts.team;
	listing->tally.strangers += facts.stranger;
}

struct label {
	struct docket_str text;
	size_t entry;
};

static int
compare_labels(const void *a, const void *b)
{
	const struct label *one = a, *two = b;
	size_t common = one->text.length < two->text.length ? one->text.length : two->text.length;
	int order = common ? memcmp(one->text.bytes, two->text.bytes, common) : 0;
	if (!order)
		order = (one->text.length > two->text.length) -
			(one->text.length < two->text.length);
	return order ? order : (one->entry > two->entry) - (one->entry < two->entry);
}

/* Ranks the labels of one key by where each is seen first. */
static void
rank_labels(struct listing *listing, size_t key)
{
	struct label *labels = text_array(listing->entry_count, sizeof(labels[0]));
	for (size_t i = 0; i < listing->entry_count; i++)
		labels[i] = (struct label){ listing_text(listing, &listing->entries[i].labels[key]),
			i };
	qsort(labels, listing->entry_count, sizeof(labels[0]), compare_labels);
	size_t first = 0;
	for (size_t i = 0; i < listing->entry_count; i++) {
		if (!text_equal(labels[i].text, labels[first].text))
			first = i;
		listing->entries[labels[i].entry].ranks[key] =
			labels[i].text.length ? labels[first].entry : SIZE_MAX;
	}
	free(labels);
}

static int
compare_entries(const void *a, const void *b)
{
	const struct entry *one = a, *two = b;
	for (size_t i = 0; i < LISTING_KEYS; i++)
		if (one->ranks[i] != two->ranks[i])
			return one->ranks[i] < two->ranks[i] ? -1 : 1;
	return (one->order > two->order) - (one->order < two->order);
}

static bool
same_group(const struct entry *a, const struct entry *b)
{
	return memcmp(a->ranks, b->ranks, sizeof(a->ranks)) == 0;
}

/* Brings the entries into their groups; a row stands in a group only once. */
static void
sort_entries(struct listing *listing)
{
	if (!listing->entry_count)
		return;
	for (size_t key = 0; key < listing->key_count; key++)
		rank_labels(listing, key);
	struct entry *entries = listing->entries;
	qsort(entries, listing->entry_count, sizeof(entries[0]), compare_entries);
	size_t kept = 1;
	for (size_t i = 1; i < listing->entry_count; i++)
		if (entries[i].row != entries[kept - 1].row ||
			!same_group(&entries[i], &entries[kept - 1]))
			entries[kept++] = entries[i];
	listing->entry_count = kept;
}

void
listing_read(struct listing *listing, const struct page *page, struct source *source)
{
	const struct docket_value *row;
	listing->subject = page->report ? page->report->subject : NULL;
	listing->without = page->without;
	choose_keys(listing, page, source->columns);
	choose_columns(listing, page, source->columns);
	while ((row = source_next(source)))
		add_row(listing, row, page->today);
	for (size_t i = 0; i < listing->column_count; i++)
		listing->columns[i].right |= listing->columns[i].look->right;
	sort_entries(listing);
}

bool
listing_next_group(const struct listing *listing, struct listing_group *group)
{
	size_t first = group->first + group->count, next = first;
	*group = (struct listing_group){ .first = first };
	while (next < listing->entry_count &&
		same_group(&listing->entries[first], &listing->entries[next]))
		group->late += listing->late[listing->entries[next++].row];
	group->count = next - first;
	return group->count > 0;
}

const struct cell *
listing_cell(const struct listing *listing, size_t row, size_t column)
{
	return &listing->cells[row * listing->column_count + column];
}

bool
listing_is_idle(const struct listing *listing, size_t column)
{
	return listing->subject && listing->columns[column].empty;
}

struct docket_str
listing_text(const struct listing *listing, const struct cell *cell)
{
	if (!cell->length)
		return (struct docket_str){ 0 };
	return (struct docket_str){ listing->text.bytes + cell->start, cell->length };
}

void
listing_add_heading(
	const struct listing *listing, const struct listing_group *group, struct text *out)
{
	const struct entry *entry = &listing->entries[group->first];
	for (size_t i = 0; i < listing->key_count; i++) {
		if (i)
			text_add(out, docket_str(" \u00b7 "));
		if (entry->labels[i].length)
			text_add(out, listing_text(listing, &entry->labels[i]));
		else
			column_add_nothing(out, listing->keys[i].name, listing->subject);
	}
}

void
listing_free(struct listing *listing)
{
	text_free(&listing->text);
	free(listing->columns);
	free(listing->cells);
	free(listing->late);
	free(listing->entries);
	*listing = (struct listing){ 0 };
}
