// Included once for each width of register; see beneficiaries.c. A year, and joining.

#include "beneficiary_lanes.h"

// Cuts of the eight kinds; as `cut`.
BODY void WIDE(cut_all)(int32_t out[kinds], const chances *all) {
  chances within = __builtin_elementwise_min(
      __builtin_elementwise_max(*all, (chances){}), (chances){} + 1.0);
  eight cuts = __builtin_convertvector(within * 0x1p24 + 0.5, eight);
  memcpy(out, &cuts, sizeof cuts);
}

static void WIDE(decide)(struct fates *fates, const struct ck_year *year, uint32_t list) {
  uint32_t type = list & 3;
  const double *to = year->becoming + 4 * type, *keeping = year->keeping;
  chances sum;
  for (int kind = 0; kind < kinds; kind++) sum[kind] = year->leaving[list + ck_lists * kind];
  WIDE(cut_all)(fates->leave, &sum);
  chances rest = 1 - sum, part = rest * to[type], kept = sum + part * keeping[type];
  WIDE(cut_all)(fates->keep, &kept);
  sum = sum + part;
  WIDE(cut_all)(fates->stay, &sum);
  for (uint32_t after = 0, place = 0; after < 4; after++) {
    if (after == type) continue;
    part = rest * to[after];
    kept = sum + part * keeping[after];
    WIDE(cut_all)(fates->change[place++], &kept);
    sum = sum + part;
    WIDE(cut_all)(fates->change[place++], &sum);
  }
}

// Word `number` of eight blocks, as the fates, fresh ranks and luck of eight heads.
#define CK_FATE(words, number) ((words[number] >> 8) & 0xffffff)
#define CK_FRESH(words, number) ((words[3] >> (rank_bits * number)) & rank_mask)
#define CK_LUCK(words, number) ((words[number] & 255) << 16)
// Those of eight heads who are not beyond the last.
#define CK_THERE(left, number) ((eight){0, 1, 2, 3, 4, 5, 6, 7} < (int32_t)(left) - 8 * (number))

// One year of a group of heads; those who stay wait to be settled.
BODY void WIDE(live_group)(
    const struct fates *fates, const uint16_t *heads, uint32_t left, const eight words[4],
    struct waiting *waiting, struct waiting changing[2]) {
#pragma clang loop unroll(full)
  for (int number = 0; number < 3; number++) {
    WIDE(heads) narrow;
    memcpy(&narrow, heads + 8 * number, sizeof narrow);
    eight head = __builtin_convertvector(narrow, eight), kind = head >> rank_bits;
    eight fate = CK_FATE(words, number), fresh = CK_FRESH(words, number), leave, keep, stay;
    WIDE(look_up)(&leave, fates->leave, &kind);
    WIDE(look_up)(&keep, fates->keep, &kind);
    WIDE(look_up)(&stay, fates->stay, &kind);
    eight remains = (fate >= leave) & CK_THERE(left, number), keeps = fate < keep;
    eight stays = (fate < stay) & remains, changes = remains & ~stays;
    eight next = (head & ~rank_mask) | (head & rank_mask & keeps) | (fresh & ~keeps);
    next |= CK_LUCK(words, number) | (kind & 3) << 24;
    WIDE(append)(waiting, &next, &stays);
    if (__builtin_expect(WIDE(any)(&changes), 0)) {
      eight both = head | fresh << 16;
      WIDE(append)(&changing[0], &both, &changes);
      WIDE(append)(&changing[1], &words[number], &changes);
    }
  }
}

static void WIDE(live_list)(
    struct ck_people *people, uint32_t number, const struct ck_year *year, uint64_t *sums) {
  struct list *list = &people->lists[number];
  if (list->count == 0) return;
  uint32_t type = number & 3, stayed = 0;
  struct fates fates;
  WIDE(decide)(&fates, year, number);
  const uint32_t *spending = year->amounts.spending + number * ck_ranks;
  const uint32_t *risk = year->amounts.risk + type * risk_rows;
  struct stream stream =
      open_stream(year->key, year->purpose + number, year->year, year->trial);
  struct waiting waiting, changing[2];
  waiting.count = changing[0].count = changing[1].count = 0;
  for (uint32_t from = 0, block = 0; from < list->count; from += group, block += 8) {
    eight words[4];
    WIDE(draw)(words, &stream, block);
    WIDE(live_group)(
        &fates, list->heads + from, list->count - from, words, &waiting, changing);
    if (changing[0].count > most_waiting - group)
      change_types(people, year, &fates, number, changing, sums);
    // All heads before those waiting have been read, so their places are free.
    if (waiting.count <= most_waiting - group) continue;
    uint32_t stay = waiting.count;
    WIDE(settle)(list->heads + stayed, &waiting, spending, risk, sums + type);
    stayed += stay;
  }
  change_types(people, year, &fates, number, changing, sums);
  list->count = stayed + waiting.count;
  WIDE(settle)(list->heads + stayed, &waiting, spending, risk, sums + type);
}

static void WIDE(live)(struct ck_people *people, const struct ck_year *year, uint64_t *sums) {
  for (uint32_t list = 0; list < ck_lists; list++) WIDE(live_list)(people, list, year, sums);
  settle_movers(people);
}

// Cuts between the pairs of levels, and within each the cut of those aligned.
struct WIDE(mix) {
  int32_t pair[16], aligned[16];
};

BODY void WIDE(join_group)(
    const struct WIDE(mix) *mix, uint32_t left, const eight words[4], struct waiting waiting[4]) {
#pragma clang loop unroll(full)
  for (int number = 0; number < 3; number++) {
    eight fate = CK_FATE(words, number), pair = {}, lower, upper;
#pragma clang loop unroll(full)
    for (int i = 0; i < 15; i++) pair -= fate >= mix->pair[i];
    WIDE(look_up)(&lower, mix->aligned, &pair);
    WIDE(look_up)(&upper, mix->aligned + 8, &pair);
    eight aligned = fate < ((lower & (pair < 8)) | (upper & (pair > 7)));
    eight level = pair & 3, risk = pair >> 2;
    eight head = CK_FRESH(words, number) | risk << rank_bits | (aligned & 1 << (rank_bits + 2));
    head |= CK_LUCK(words, number) | risk << 24;
    eight there = CK_THERE(left, number);
    WIDE(deal)(waiting, &head, &level, &there);
  }
}

BODY void WIDE(seat)(
    struct ck_people *people, uint32_t type, const struct ck_amounts *amounts,
    struct waiting waiting[4], uint32_t from, uint64_t *sums) {
  for (uint32_t level = 0; level < 4; level++) {
    uint32_t number = type + 4 * level, count = waiting[level].count;
    if (count <= from) continue;
    struct list *list = &people->lists[number];
    make_room(list, count);
    WIDE(settle)(
        list->heads + list->count, &waiting[level], amounts->spending + number * ck_ranks,
        amounts->risk + type * risk_rows, sums + type);
    list->count += count;
  }
}

static void WIDE(join)(
    struct ck_people *people, const struct ck_joining *joining, uint64_t *sums) {
  struct WIDE(mix) mix;
  double sum = 0;
  for (int i = 0; i < 16; i++) {
    mix.aligned[i] = cut(sum + joining->pairs[i] * joining->aligned);
    sum += joining->pairs[i];
    mix.pair[i] = cut(sum);
  }
  struct waiting waiting[4];
  for (int level = 0; level < 4; level++) waiting[level].count = 0;
  for (uint32_t type = 0; type < 4; type++) {
    struct stream stream =
        open_stream(joining->key, joining->purpose + type, joining->year, joining->trial);
    uint32_t count = joining->joiners[type];
    for (uint32_t from = 0, block = 0; from < count; from += group, block += 8) {
      eight words[4];
      WIDE(draw)(words, &stream, block);
      WIDE(join_group)(&mix, count - from, words, waiting);
      WIDE(seat)(people, type, &joining->amounts, waiting, most_waiting - group, sums);
    }
    WIDE(seat)(people, type, &joining->amounts, waiting, 0, sums);
  }
}

#undef CK_FATE
#undef CK_FRESH
#undef CK_LUCK
#undef CK_THERE
#undef lanes
#undef eight
#undef chances
