package org.vigie.casework.watchlist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Severity;
import org.vigie.exchange.deconflict.Selector;
import org.vigie.exchange.marking.Tlp;
import org.vigie.exchange.partner.PartnerList;
import org.vigie.exchange.partner.PartnerSelector;
import org.vigie.pipeline.alert.Watchlist.WatchedContact;

/**
 * What a partner's list adds to the contacts that are watched already.
 *
 * @param added in the list's order, each once
 * @param already how many were watched before, or stand in the list twice
 * @param expired how many had expired before today
 * @param stricter keys of contacts that were watched before, with the list's marking where that is
 *     stricter; they stay as they are, since a person wrote them
 * @param unknown what can't be watched, by kind, with how many there are
 */
public record WatchlistImport(
    List<WatchedContact> added,
    int already,
    int expired,
    SortedMap<String, Tlp> stricter,
    SortedMap<String, Integer> unknown) {
  public WatchlistImport {
    added = List.copyOf(added);
    stricter = new TreeMap<>(stricter);
    unknown = new TreeMap<>(unknown);
  }

  /**
   * On what terms a list is taken over.
   *
   * @param source who gave it
   * @param marking for what the list doesn't mark; null for none
   * @param until last day of all of it, if the list itself says no earlier one; null for none
   * @param severity of alerts
   * @param today what ended before it isn't taken over
   */
  public record Terms(
      String source,
      @Nullable Tlp marking,
      @Nullable LocalDate until,
      Severity severity,
      LocalDate today) {}

  /**
   * Returns what a list adds.
   *
   * @param watched contacts that are watched already
   * @param contactsIn finds the keys of contacts in a text as the index does
   */
  public static WatchlistImport of(
      PartnerList list,
      Terms terms,
      List<WatchedContact> watched,
      Function<String, List<String>> contactsIn) {
    Map<String, PartnerSelector> listed = new LinkedHashMap<>();
    SortedMap<String, Integer> unknown = new TreeMap<>(list.unknown());
    int already = 0;
    for (PartnerSelector each : list.selectors()) {
      Optional<String> key = key(each.contact(), contactsIn);
      if (key.isEmpty()) {
        unknown.merge("text that names no contact, or several", 1, Integer::sum);
      } else {
        already += listed.containsKey(key.get()) ? 1 : 0;
        listed.merge(key.get(), each, WatchlistImport::together);
      }
    }
    Map<String, String> markings = new HashMap<>();
    watched.forEach(contact -> markings.put(contact.key(), contact.marking()));
    List<WatchedContact> added = new ArrayList<>();
    SortedMap<String, Tlp> stricter = new TreeMap<>();
    int expired = 0;
    for (Map.Entry<String, PartnerSelector> one : listed.entrySet()) {
      LocalDate until = earlier(one.getValue().until(), terms.until);
      if (until != null && until.isBefore(terms.today)) {
        expired++;
      } else if (markings.containsKey(one.getKey())) {
        already++;
        Tlp marking = marking(one.getValue(), terms);
        if (marking != null && isStricter(marking, markings.get(one.getKey()))) {
          stricter.put(one.getKey(), marking);
        }
      } else {
        added.add(watched(one.getKey(), one.getValue(), terms, until));
      }
    }
    return new WatchlistImport(added, already, expired, stricter, unknown);
  }

  private static @Nullable Tlp marking(PartnerSelector each, Terms terms) {
    return each.marking() == null ? terms.marking : each.marking();
  }

  private static boolean isStricter(Tlp marking, String known) {
    return known.isEmpty() || marking.compareTo(Tlp.parse(known)) < 0;
  }

  private static WatchedContact watched(
      String key, PartnerSelector each, Terms terms, @Nullable LocalDate until) {
    Tlp marking = marking(each, terms);
    return new WatchedContact(
        key,
        each.note(),
        terms.severity,
        terms.source,
        marking == null ? "" : marking.label(),
        until);
  }

  private static Optional<String> key(String text, Function<String, List<String>> contactsIn) {
    if (Selector.isOne(text)) {
      return Optional.of(Selector.of(text).key());
    }
    List<String> keys = contactsIn.apply(text).stream().filter(Selector::isOne).distinct().toList();
    return keys.size() == 1 ? Optional.of(keys.getFirst()) : Optional.empty();
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  /** What says nothing of a marking or an end doesn't loosen what says something. */
  private static PartnerSelector together(PartnerSelector one, PartnerSelector other) {
    return new PartnerSelector(
        one.contact(),
        one.note().isEmpty() ? other.note() : one.note(),
        stricter(one.marking(), other.marking()),
        later(one.until(), other.until()));
  }

  private static @Nullable Tlp stricter(@Nullable Tlp one, @Nullable Tlp other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) < 0 ? one : other;
  }

  private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }
}
