package org.vigie.exchange.partner;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Price;
import org.vigie.advert.payment.PaymentKind;

/** Where adverts ask for money to be sent, and who else stands beside each such account. */
final class MoneyTrail {
  /** More than a person follows, and a cell of a spreadsheet has room for them. */
  static final int MOST_LINKED = 200;

  static final String MORE = "and more";

  private final Map<String, Instrument> instruments = new TreeMap<>();

  /** Contact → the adverts that name it. */
  private final Map<String, Set<String>> naming = new HashMap<>();

  /** Advert → the accounts that it names. */
  private final Map<String, Set<String>> accounts = new HashMap<>();

  /**
   * An account, a wallet or the like that adverts name.
   *
   * @param contact as the adverts name it
   * @param kind what it is
   * @param adverts that name it, each once, by id
   */
  record Instrument(Contact contact, PaymentKind kind, Map<String, SharedAdvert> adverts) {
    /** Returns the network of a wallet or the service that pays; empty for an IBAN. */
    String service() {
      String value = contact.value();
      return kind == PaymentKind.IBAN ? "" : value.substring(0, Math.max(0, value.indexOf(':')));
    }

    /** Returns the account's number or name without its service. */
    String account() {
      String value = contact.value();
      return kind == PaymentKind.IBAN ? value : value.substring(value.indexOf(':') + 1);
    }

    /** Returns the ISO 3166-1 code that an IBAN begins with; else empty. */
    String country() {
      return kind == PaymentKind.IBAN ? contact.value().substring(0, 2) : "";
    }

    Instant first() {
      return seen().min(Instant::compareTo).orElseThrow();
    }

    Instant last() {
      return seen().max(Instant::compareTo).orElseThrow();
    }

    private Stream<Instant> seen() {
      return adverts.values().stream().map(handed -> handed.advert().advert().seenAt());
    }

    /** Returns the sums that its adverts name: what for, and whether they were paid, is open. */
    List<String> sums() {
      return adverts.values().stream()
          .flatMap(handed -> handed.advert().entities().prices().stream())
          .map(Price::written)
          .distinct()
          .sorted()
          .toList();
    }

    /** Returns who else its adverts name → in how many of them; not that they paid or were paid. */
    Map<String, Integer> beside() {
      Map<String, Integer> others = new TreeMap<>();
      for (SharedAdvert handed : adverts.values()) {
        Set<String> keys = who(handed);
        keys.remove(contact.key());
        keys.forEach(key -> others.merge(key, 1, Integer::sum));
      }
      return others;
    }

    /** Returns the highest risk that a machine estimates for one of its adverts, in [0, 1]. */
    double risk() {
      return adverts.values().stream()
          .mapToDouble(handed -> handed.advert().rankedRisk())
          .max()
          .orElseThrow();
    }
  }

  static MoneyTrail of(List<SharedAdvert> adverts) {
    MoneyTrail trail = new MoneyTrail();
    for (SharedAdvert handed : adverts) {
      for (Contact contact : handed.advert().contacts()) {
        PaymentKind.of(contact.key()).ifPresent(kind -> trail.add(contact, kind, handed));
      }
      who(handed).forEach(key -> setOf(trail.naming, key).add(handed.id()));
    }
    return trail;
  }

  private void add(Contact contact, PaymentKind kind, SharedAdvert handed) {
    instruments
        .computeIfAbsent(contact.key(), key -> new Instrument(contact, kind, new LinkedHashMap<>()))
        .adverts()
        .putIfAbsent(handed.id(), handed);
    setOf(accounts, handed.id()).add(contact.key());
  }

  private static Set<String> setOf(Map<String, Set<String>> sets, String key) {
    return sets.computeIfAbsent(key, k -> new LinkedHashSet<>());
  }

  /** Returns what leads to somebody: contacts, and numbers in words that may be a telephone. */
  private static Set<String> who(SharedAdvert handed) {
    Set<String> keys = new LinkedHashSet<>();
    handed.advert().contacts().stream()
        .filter(MoneyTrail::isWho)
        .forEach(contact -> keys.add(contact.key()));
    keys.addAll(handed.unplacedNumbers());
    return keys;
  }

  private static boolean isWho(Contact contact) {
    return contact.type().leadsToSomebody() || contact.type() == ContactType.ACCOUNT;
  }

  /** Returns them in the order of their keys. */
  List<Instrument> instruments() {
    return List.copyOf(instruments.values());
  }

  /**
   * Returns the keys of the others beside which a contact stands that also stands beside one,
   * without those beside it: up to {@link #MOST_LINKED}, and {@link #MORE} behind if there are
   * more.
   */
  List<String> linked(Instrument one) {
    Set<String> linked = others(one);
    Stream<String> shown = linked.stream().limit(MOST_LINKED).sorted();
    return linked.size() > MOST_LINKED
        ? Stream.concat(shown, Stream.of(MORE)).toList()
        : shown.toList();
  }

  /** Looks no advert through twice, and none when there are enough. */
  private Set<String> others(Instrument one) {
    Set<String> beside = one.beside().keySet();
    Set<String> left = new HashSet<>(beside);
    left.add(one.contact().key());
    Set<String> seen = new HashSet<>();
    Set<String> others = new LinkedHashSet<>();
    for (String contact : beside) {
      for (String advert : naming.getOrDefault(contact, Set.of())) {
        if (others.size() > MOST_LINKED) {
          return others;
        }
        if (seen.add(advert)) {
          addBut(left, accounts.getOrDefault(advert, Set.of()), others);
        }
      }
    }
    return others;
  }

  private static void addBut(Set<String> left, Set<String> added, Set<String> all) {
    for (String each : added) {
      if (!left.contains(each)) {
        all.add(each);
      }
    }
  }
}
