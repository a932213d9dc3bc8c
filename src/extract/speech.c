#include "finds.h"

struct speech {
    int unused;
};

struct speech *
speech_new(void)
{
    return mem_zero(1, sizeof(struct speech));
}

void
speech_free(struct speech *speech)
{
    mem_free(speech);
}

void
speech_find(struct speech *speech, const struct article *article, struct finds *finds)
{
    (void)speech, (void)article, (void)finds;
}
