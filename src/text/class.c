/* What sort of character it is. */
#include <unicase.h>
#include <unictype.h>

#include "lede/utf.h"

bool
utf_is_space(uint32_t cp)
{
    if (cp < 0x80)
        return cp == ' ' || (cp >= '\t' && cp <= '\r');
    return cp == 0x200B || uc_is_property_white_space(cp);
}

bool
utf_is_letter(uint32_t cp)
{
    if (cp < 0x80)
        return (cp | 0x20) >= 'a' && (cp | 0x20) <= 'z';
    return uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M);
}

bool
utf_is_upper(uint32_t cp)
{
    if (cp < 0x80)
        return cp >= 'A' && cp <= 'Z';
    return uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_Lu | UC_CATEGORY_MASK_Lt);
}

bool
utf_is_lower(uint32_t cp)
{
    if (cp < 0x80)
        return cp >= 'a' && cp <= 'z';
    return uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_Ll);
}

bool
utf_is_digit(uint32_t cp)
{
    if (cp < 0x80)
        return cp >= '0' && cp <= '9';
    return uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_Nd);
}

bool
utf_is_alnum(uint32_t cp)
{
    if (cp < 0x80)
        return utf_is_letter(cp) || utf_is_digit(cp);
    if (cp >= 0xC0 && cp < 0x250)
        return cp != 0xD7 && cp != 0xF7; /* Latin letters, but for the signs of multiplication and division */
    return uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M | UC_CATEGORY_MASK_N);
}

uint32_t
utf_lower(uint32_t cp)
{
    if (cp < 0x80)
        return cp >= 'A' && cp <= 'Z' ? cp | 0x20 : cp;
    return uc_tolower(cp);
}
