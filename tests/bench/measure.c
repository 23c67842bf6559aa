/*
 * Runs a command and prints what one run of it costs on average: microseconds of wall and CPU time,
 * and at most how much memory it took, in KB.
 *
 *	measure TIMES COMMAND [ARGUMENT...]
 *
 * What the command prints goes nowhere. This program is small: a child starts with the memory of
 * its parent, and would be charged for it.
 */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

struct cost {
	double wall, cpu; /* microseconds */
	long memory;      /* KB */
};

extern char **environ;

static double
microseconds(struct timeval time)
{
	return (double)time.tv_sec * 1e6 + (double)time.tv_usec;
}

static double
now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

/* Runs the command once; gives its status. */
static int
run(char **command, const posix_spawn_file_actions_t *quiet, struct cost *cost)
{
	pid_t child;
	int status;
	struct rusage usage;
	double begin = now();
	if (posix_spawnp(&child, *command, quiet, NULL, command, environ) != 0)
		return 127;
	if (wait4(child, &status, 0, &usage) != child)
		return 127;
	cost->wall += now() - begin;
	cost->cpu += microseconds(usage.ru_utime) + microseconds(usage.ru_stime);
	if (usage.ru_maxrss > cost->memory)
		cost->memory = usage.ru_maxrss;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 126;
}

int
main(int count, char **words)
{
	int times = count > 2 ? atoi(words[1]) : 0;
	if (times < 1) {
		fprintf(stderr, "usage: measure TIMES COMMAND [ARGUMENT...]\n");
		return 2;
	}
	posix_spawn_file_actions_t quiet;
	posix_spawn_file_actions_init(&quiet);
	posix_spawn_file_actions_addopen(&quiet, 0, "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_addopen(&quiet, 1, "/dev/null", O_WRONLY, 0);
	struct cost cost = { 0 };
	for (int i = 0; i < times; i++) {
		int status = run(words + 2, &quiet, &cost);
		if (status != 0)
			return status;
	}
	printf("%.1f %.1f %ld\n", cost.wall / times, cost.cpu / times, cost.memory);
	return 0;
}
