#include "docket.h"

const char *
docket_version(void)
{
	return DOCKET_VERSION;
}
