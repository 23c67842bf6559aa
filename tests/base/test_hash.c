#include "base/hash.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

static void
hashes_are_xxh3_in_canonical_order(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		unsigned char bytes[16];
	} known[] = {
		{ "", { 0x99, 0xAA, 0x06, 0xD3, 0x01, 0x47, 0x98, 0xD8, 0x60, 0x01, 0xC3, 0x24,
			      0x46, 0x8D, 0x49, 0x7F } },
		{ "abc", { 0x06, 0xB0, 0x5A, 0xB6, 0x73, 0x3A, 0x61, 0x85, 0x78, 0xAF, 0x5F, 0x94,
				 0x89, 0x2F, 0x39, 0x50 } },
	};
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
		struct hash hash = hash_text(str_from(known[i].text));
		assert_memory_equal(hash.bytes, known[i].bytes, sizeof(hash.bytes));
	}
}

static void
the_absent_text_has_the_hash_of_the_empty_one(void **state)
{
	(void)state;
	struct hash absent = hash_text((str){ 0 }), empty = hash_text(STR(""));
	assert_memory_equal(absent.bytes, empty.bytes, sizeof(empty.bytes));
}

static void
a_hash_is_of_the_bytes_wherever_they_are(void **state)
{
	(void)state;
	char text[1100];
	for (size_t i = 0; i < sizeof(text); i++)
		text[i] = (char)(i % 100);
	for (size_t length = 0; length < 1000; length++) {
		struct hash first = hash_text((str){ text, length });
		struct hash second = hash_text((str){ text + 100, length });
		assert_memory_equal(first.bytes, second.bytes, sizeof(first.bytes));
	}
}

static void
a_name_is_base_32_from_the_highest_bit(void **state)
{
	(void)state;
	static const struct {
		struct hash hash;
		const char *name;
	} known[] = {
		{ { { 0 } }, "00000000000000000000000000" },
		{ { { 0x80 } }, "g0000000000000000000000000" },
		{ { { [15] = 1 } }, "00000000000000000000000004" },
		{ { { 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
			  255 } },
			"zzzzzzzzzzzzzzzzzzzzzzzzzw" },
	};
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
		char name[27];
		hash_name(known[i].hash, name);
		assert_string_equal(name, known[i].name);
	}
	char name[27];
	hash_name(hash_text(STR("abc")), name);
	assert_string_equal(name, "0tr5ndkk79gray5fbya8jbssa0");
}

static void
a_number_is_the_first_eight_bytes(void **state)
{
	(void)state;
	assert_int_equal(hash_number((struct hash){ { [7] = 1, [8] = 9 } }), 1);
	assert_true(hash_number((struct hash){ { 0x80 } }) < 0);
	assert_int_equal(hash_number(hash_text(STR("abc"))), 0x06B05AB6733A6185);
}

static void
names_order_as_their_hashes(void **state)
{
	(void)state;
	struct hash before = { 0 };
	for (unsigned i = 1; i < 1000; i++) {
		struct hash hash = hash_text((str){ (const char *)&i, sizeof(i) });
		char a[27], b[27];
		hash_name(before, a);
		hash_name(hash, b);
		int order = memcmp(before.bytes, hash.bytes, sizeof(hash.bytes));
		assert_int_equal(strcmp(a, b) < 0, order < 0);
		before = hash;
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hashes_are_xxh3_in_canonical_order),
		cmocka_unit_test(the_absent_text_has_the_hash_of_the_empty_one),
		cmocka_unit_test(a_hash_is_of_the_bytes_wherever_they_are),
		cmocka_unit_test(a_name_is_base_32_from_the_highest_bit),
		cmocka_unit_test(a_number_is_the_first_eight_bytes),
		cmocka_unit_test(names_order_as_their_hashes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
