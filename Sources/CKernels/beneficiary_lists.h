// The lists and the room they keep; included once, by beneficiaries.c.
#ifndef CK_BENEFICIARY_LISTS_H
#define CK_BENEFICIARY_LISTS_H

#include <stdlib.h>

// Room is always for a group more than there are heads.
struct list {
  uint16_t *heads;
  uint32_t count, room;
};

// Those who have changed type, until every list has been lived.
struct movers {
  struct mover {
    uint16_t head;
    uint8_t list;
  } *each;
  uint32_t count, room;
};

struct ck_people {
  struct list lists[ck_lists];
  struct movers movers;
};

// Heads on their way into a list: bits 0-12 as there, 16-23 the year's luck in risk scores, 24-25
// the risk level again. The last eight places are for what a vector writes beyond its count.
struct waiting {
  uint32_t count;
  uint32_t heads[most_waiting + 8];
};

struct ck_people *ck_new_people(void) {
  struct ck_people *people = calloc(1, sizeof(struct ck_people));
  if (people == NULL) abort();
  return people;
}

void ck_free_people(struct ck_people *people) {
  for (int i = 0; i < ck_lists; i++) free(people->lists[i].heads);
  free(people->movers.each);
  free(people);
}

void ck_dismiss(struct ck_people *people) {
  for (int i = 0; i < ck_lists; i++) people->lists[i].count = 0;
}

const uint16_t *ck_heads(const struct ck_people *people, int list, uint32_t *count) {
  *count = people->lists[list].count;
  return people->lists[list].heads;
}

static void make_room(struct list *list, uint32_t more) {
  if (list->count + more + group <= list->room) return;
  uint32_t room = list->count + more + list->room / 4 + 4 * group;
  list->heads = realloc(list->heads, room * sizeof(uint16_t));
  if (list->heads == NULL) abort();
  memset(list->heads + list->room, 0, (room - list->room) * sizeof(uint16_t));
  list->room = room;
}

static void move(struct movers *movers, uint32_t head, uint32_t list) {
  if (movers->count == movers->room) {
    movers->room = 2 * movers->room + 1024;
    movers->each = realloc(movers->each, movers->room * sizeof(struct mover));
    if (movers->each == NULL) abort();
  }
  movers->each[movers->count++] = (struct mover){(uint16_t)head, (uint8_t)list};
}

static void settle_movers(struct ck_people *people) {
  for (uint32_t i = 0; i < people->movers.count; i++) {
    struct list *list = &people->lists[people->movers.each[i].list];
    make_room(list, 1);
    list->heads[list->count++] = people->movers.each[i].head;
  }
  people->movers.count = 0;
}

#endif
