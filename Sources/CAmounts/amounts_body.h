// Included once for each width of register; see amounts.c.

static void WIDE(add_up)(
    const int64_t *restrict amounts, int32_t count, struct ca_sums *restrict sums) {
  const int half = ca_amount_bits / 2;
  int64_t sum = 0, least = INT64_MAX, most = INT64_MIN, below = 0, zeros = 0;
  uint64_t high = 0, cross = 0, low = 0, beyond = 0;
  for (int32_t i = 0; i < count; i++) {
    int64_t amount = amounts[i];
    uint64_t size = amount < 0 ? 0 - (uint64_t)amount : (uint64_t)amount;
    // Half of 40 bits either, so that a product of two 32-bit numbers holds.
    uint64_t a = size >> half & 0xffffffffu, b = size & ((1u << half) - 1);
    sum = (int64_t)((uint64_t)sum + (uint64_t)amount);
    beyond |= size >> ca_amount_bits;
    high += a * a;
    cross += a * b;
    low += b * b;
    below += amount < 0 ? 1 : 0;
    zeros += amount == 0 ? 1 : 0;
    least = amount < least ? amount : least;
    most = amount > most ? amount : most;
  }
  *sums = (struct ca_sums){sum, high, cross, low, least, most, below, zeros, beyond};
}

static void WIDE(find_bins)(
    const int64_t *restrict amounts, int32_t count, int32_t *restrict bins,
    uint64_t *restrict pages) {
  const uint64_t offset = (uint64_t)(1023 + ca_place_bits - 1) << ca_place_bits;
  uint64_t above = 0, below = 0;
  for (int32_t i = 0; i < count; i++) {
    int64_t amount = amounts[i];
    uint64_t size = amount < 0 ? 0 - (uint64_t)amount : (uint64_t)amount;
    // As a double, whose exponent and first ten bits of fraction are octave and place.
    uint64_t bits = cw_bits(cw_number(size | 0x4330000000000000u) - 0x1p52);
    uint64_t octave = (bits >> (52 - ca_place_bits)) - offset;
    uint64_t bin = size < 1u << ca_place_bits ? size : octave;
    uint64_t page = (uint64_t)1 << (bin >> ca_place_bits);
    above |= amount < 0 ? 0 : page;
    below |= amount < 0 ? page : 0;
    bins[i] = (int32_t)(bin | (amount < 0 ? ca_first_negative << ca_place_bits : 0));
  }
  pages[0] = above;
  pages[1] = below;
}

static int32_t WIDE(count_alike)(
    const int64_t *restrict amounts, int32_t count, int64_t amount) {
  int64_t alike = 0;
  for (int32_t i = 0; i < count; i++) alike += amounts[i] == amount ? 1 : 0;
  return (int32_t)alike;
}

static int32_t WIDE(count_below)(
    const int64_t *restrict amounts, int32_t count, int64_t edge) {
  int64_t below = 0;
  for (int32_t i = 0; i < count; i++) below += amounts[i] < edge ? 1 : 0;
  return (int32_t)below;
}

// Bins to the places of their counts.
static void WIDE(find_places)(
    int32_t *restrict bins, int32_t count, const int32_t *restrict starts) {
  for (int32_t i = 0; i < count; i++) {
    uint32_t bin = (uint32_t)bins[i];
    bins[i] = starts[bin >> ca_place_bits] + (int32_t)(bin & ((1u << ca_place_bits) - 1));
  }
}

static void WIDE(fall_short)(
    const int64_t *restrict amounts, int32_t count, int64_t edge, int64_t *restrict sums) {
  uint64_t sum = 0, shortfall = 0;
  for (int32_t i = 0; i < count; i++) {
    int64_t amount = amounts[i];
    sum += (uint64_t)amount;
    shortfall += amount < edge ? (uint64_t)amount - (uint64_t)edge : 0;
  }
  sums[0] = (int64_t)sum;
  sums[1] = (int64_t)shortfall;
}

static void WIDE(whole_parts)(
    const double *restrict numbers, int32_t count, double unit, int64_t *restrict parts) {
  for (int32_t i = 0; i < count; i++) {
    double number = numbers[i] * unit;
    double size = cw_size(number);
    parts[i] = (int64_t)cw_whole(cw_signed_as(size < 1e15 ? size : 1e15, number));
  }
}
