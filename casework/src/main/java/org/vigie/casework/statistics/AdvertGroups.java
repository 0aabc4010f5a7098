package org.vigie.casework.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which adverts belong to one group: those that share a cluster of texts, a contact or an account,
 * and so on from advert to advert. A group is the unit that figures hide: one campaign, or all of a
 * contact.
 *
 * <p>Disjoint sets, joined by size with halved paths (Tarjan and van Leeuwen, JACM 31, 1984).
 */
final class AdvertGroups {
  private final Map<String, Integer> firstWith = new HashMap<>();
  private final List<Integer> above = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();

  /**
   * Takes an advert.
   *
   * @param keys its cluster, contacts and account, each by a name that no other has
   * @return the advert's number
   */
  int add(Iterable<String> keys) {
    int number = above.size();
    above.add(number);
    sizes.add(1);
    for (String key : keys) {
      Integer first = firstWith.putIfAbsent(key, number);
      if (first != null) {
        join(first, number);
      }
    }
    return number;
  }

  /** Returns the number of an advert's group, once all adverts are taken. */
  int groupOf(int advert) {
    int each = advert;
    while (above.get(each) != each) {
      above.set(each, above.get(above.get(each)));
      each = above.get(each);
    }
    return each;
  }

  private void join(int one, int other) {
    int a = groupOf(one);
    int b = groupOf(other);
    if (a != b) {
      int large = sizes.get(a) >= sizes.get(b) ? a : b;
      int small = large == a ? b : a;
      above.set(small, large);
      sizes.set(large, sizes.get(large) + sizes.get(small));
    }
  }
}
