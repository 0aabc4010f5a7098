package org.vigie.pipeline.cluster;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.BooleanSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.vigie.pipeline.contact.ContactSigns;

/**
 * The signs that contacts show over all of their adverts, as part of what the clusters show that
 * these adverts stand in.
 *
 * <p>A cluster shows the signs of a contact that at least half of its adverts name, and of which
 * one of the adverts that are kept one by one belongs to it: so it shows the same whatever came
 * first, the sign, the advert or the link.
 *
 * <p>Keyed state: contact → what it shows; contacts that have been forgotten. End of life: on the
 * day on which the contact is forgotten.
 */
final class SignsOfContacts {
  private static final MapStateDescriptor<String, ContactSigns> SIGNS =
      new MapStateDescriptor<>(
          "signs-of-contacts", StringSerializer.INSTANCE, new ContactSignsSerializer());

  private static final MapStateDescriptor<String, Boolean> FORGOTTEN =
      new MapStateDescriptor<>(
          "forgotten-contacts", StringSerializer.INSTANCE, BooleanSerializer.INSTANCE);

  private final MapState<String, ContactSigns> signs;

  /** They speak until the day has begun of which that was told. */
  private final MapState<String, Boolean> forgotten;

  private final ClusterForest forest;

  SignsOfContacts(RuntimeContext context, ClusterForest forest) {
    signs = context.getMapState(SIGNS);
    forgotten = context.getMapState(FORGOTTEN);
    this.forest = forest;
  }

  /** Takes in what a contact shows now; returns the roots of the clusters that show it anew. */
  SortedSet<String> take(ContactSigns now) throws Exception {
    String contact = now.contact();
    @Nullable ContactSigns stored = signs.get(contact);
    if (now.forgotten()) {
      if (stored != null) {
        forgotten.put(contact, true);
      }
      return Collections.emptySortedSet();
    }
    if (forgotten.contains(contact)) {
      forgotten.remove(contact); // it has come back
    }
    ContactSigns before = stored == null ? none(contact) : stored;
    if (now.signs().isEmpty()) {
      if (stored != null) {
        signs.remove(contact);
      }
    } else if (!now.signs().equals(before.signs()) || !now.adverts().equals(before.adverts())) {
      signs.put(contact, now);
    }
    return roots(changed(before, now));
  }

  /** Returns whether there is anything to {@linkplain #dropForgotten drop}. */
  boolean hasForgotten() throws Exception {
    return !forgotten.isEmpty();
  }

  /** Drops what forgotten contacts show. */
  void dropForgotten() throws Exception {
    for (String contact : forgotten.keys()) {
      signs.remove(contact);
    }
    forgotten.clear();
  }

  private static ContactSigns none(String contact) {
    return new ContactSigns(contact, List.of(), List.of(), false);
  }

  /** Returns the adverts whose clusters may show something else now. */
  private static SortedSet<String> changed(ContactSigns before, ContactSigns now) {
    SortedSet<String> changed = new TreeSet<>(before.adverts());
    changed.addAll(now.adverts());
    if (before.signs().equals(now.signs())) {
      changed.removeIf(
          advert -> before.adverts().contains(advert) && now.adverts().contains(advert));
    }
    return changed;
  }

  private SortedSet<String> roots(Collection<String> adverts) throws Exception {
    SortedSet<String> roots = new TreeSet<>();
    for (String advert : adverts) {
      roots.add(forest.rootOf(advert));
    }
    return roots;
  }

  /** Returns the signs that contacts of a cluster show, with how many of them show each. */
  SortedMap<String, Integer> of(String root, ClusterState cluster) throws Exception {
    SortedMap<String, Integer> shown = new TreeMap<>();
    for (String contact : cluster.counts.contactsOfHalf(cluster.size)) {
      @Nullable ContactSigns one = signs.get(contact);
      if (one != null && standsIn(root, one)) {
        one.signs().forEach(sign -> shown.merge(sign, 1, Integer::sum));
      }
    }
    return shown;
  }

  private boolean standsIn(String root, ContactSigns shown) throws Exception {
    for (String advert : shown.adverts()) {
      if (forest.rootOf(advert).equals(root)) {
        return true;
      }
    }
    return false;
  }
}
