/* How far apart two texts are, for "did you mean"; see docket_text_distance. */
#ifndef BASE_DISTANCE_H
#define BASE_DISTANCE_H

#include "base/str.h"

/* The distance when it is no more than `most`, else something that is more: most texts are soon
   seen to be too far. */
size_t distance_within(str a, str b, size_t most);

#endif
