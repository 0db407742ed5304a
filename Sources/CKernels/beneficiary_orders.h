// For every set of eight lanes, the order that brings them together: a byte for each, the lowest
// lane first.
#ifndef CK_BENEFICIARY_ORDERS_H
#define CK_BENEFICIARY_ORDERS_H

#include <stdint.h>

#define CK_PLACED(set, lane)                                        \
  ((set) >> lane & 1                                                \
       ? (uint64_t)lane << 8 * __builtin_popcount((set) & ((1 << lane) - 1)) \
       : 0)
#define CK_ORDER(set)                                                                  \
  (CK_PLACED(set, 0) | CK_PLACED(set, 1) | CK_PLACED(set, 2) | CK_PLACED(set, 3) |     \
   CK_PLACED(set, 4) | CK_PLACED(set, 5) | CK_PLACED(set, 6) | CK_PLACED(set, 7))
#define CK_ORDERS_4(set) \
  CK_ORDER(set), CK_ORDER((set) + 1), CK_ORDER((set) + 2), CK_ORDER((set) + 3)
#define CK_ORDERS_16(set) \
  CK_ORDERS_4(set), CK_ORDERS_4((set) + 4), CK_ORDERS_4((set) + 8), CK_ORDERS_4((set) + 12)
#define CK_ORDERS_64(set) \
  CK_ORDERS_16(set), CK_ORDERS_16((set) + 16), CK_ORDERS_16((set) + 32), CK_ORDERS_16((set) + 48)

static const uint64_t ck_orders[256] = {
    CK_ORDERS_64(0), CK_ORDERS_64(64), CK_ORDERS_64(128), CK_ORDERS_64(192)};

#endif
