package org.vigie.pipeline.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.vigie.advert.Age;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.ContactType;
import org.vigie.advert.Evidence;
import org.vigie.pipeline.network.NetworkConfig;
import org.vigie.pipeline.state.Days;
import org.vigie.pipeline.state.SortedArrayMap;

/**
 * The sum of the adverts that name one contact, added up so that their order doesn't show.
 *
 * <p>Mutable, with public fields, so that counts are added up in place; nothing outside this
 * package holds one.
 */
public final class ContactState {
  static final int MAX_VALUES = ContactProfile.MAX_VALUES;

  /**
   * Adverts that are kept one by one, those of the smallest ids. Ids are hashes, so they are a fair
   * sample of all, and the same in any order.
   */
  static final int MAX_STANDS = 64;

  public ContactType type = ContactType.PHONE;
  public String phoneCountry = "";
  public long adverts;
  public long disguised;
  public long firstDay = Long.MAX_VALUE;

  /** UTC day since 1970 → adverts. */
  public SortedArrayMap<Long, Long> days = new SortedArrayMap<>();

  public SortedArrayMap<String, Long> names = new SortedArrayMap<>();
  public SortedArrayMap<String, Long> ages = new SortedArrayMap<>();
  public SortedArrayMap<String, Long> prices = new SortedArrayMap<>();
  public SortedArrayMap<String, Long> places = new SortedArrayMap<>();
  public SortedArrayMap<String, Long> countries = new SortedArrayMap<>();
  public SortedArrayMap<String, Long> languages = new SortedArrayMap<>();
  public SortedArrayMap<String, Long> channels = new SortedArrayMap<>();
  public SortedArrayMap<String, Long> sites = new SortedArrayMap<>();
  public SortedArrayMap<String, Long> employers = new SortedArrayMap<>();
  public SortedArrayMap<String, Long> beside = new SortedArrayMap<>();
  public SortedArrayMap<String, Long> models = new SortedArrayMap<>();

  /** Country → event time of the first advert that declares it. */
  public SortedArrayMap<String, Instant> countrySince = new SortedArrayMap<>();

  /** Scored indicator → adverts that show it. */
  public SortedArrayMap<String, Long> indicators = new SortedArrayMap<>();

  /** Indicator → where it stands in the advert of the smallest id. */
  public SortedArrayMap<String, Evidence> evidence = new SortedArrayMap<>();

  /** Whether an alert about the contact stands in the index. */
  public boolean alerted;

  /** Whether clusters were told of signs that it shows. */
  public boolean toldSigns;

  /** The latest UTC day since 1970 on which one of its adverts was seen. */
  public long lastDay = Long.MIN_VALUE;

  /** Number under which the index holds what is added up here. */
  public long memory;

  /** Advert → where and when it stood. */
  public SortedArrayMap<String, Stand> stands = new SortedArrayMap<>();

  /** Returns another that is alike and changes by itself. */
  ContactState copy() {
    ContactState copy = new ContactState();
    copy.type = type;
    copy.phoneCountry = phoneCountry;
    copy.adverts = adverts;
    copy.disguised = disguised;
    copy.firstDay = firstDay;
    copy.days = new SortedArrayMap<>(days);
    copy.names = new SortedArrayMap<>(names);
    copy.ages = new SortedArrayMap<>(ages);
    copy.prices = new SortedArrayMap<>(prices);
    copy.places = new SortedArrayMap<>(places);
    copy.countries = new SortedArrayMap<>(countries);
    copy.languages = new SortedArrayMap<>(languages);
    copy.channels = new SortedArrayMap<>(channels);
    copy.sites = new SortedArrayMap<>(sites);
    copy.employers = new SortedArrayMap<>(employers);
    copy.beside = new SortedArrayMap<>(beside);
    copy.models = new SortedArrayMap<>(models);
    copy.countrySince = new SortedArrayMap<>(countrySince);
    copy.indicators = new SortedArrayMap<>(indicators);
    copy.evidence = new SortedArrayMap<>(evidence);
    copy.alerted = alerted;
    copy.toldSigns = toldSigns;
    copy.lastDay = lastDay;
    copy.memory = memory;
    copy.stands = new SortedArrayMap<>(stands);
    return copy;
  }

  /**
   * Adds an advert, or moves one that has come before to its earlier time, or takes note that it is
   * seen still. Where nothing is known any more of what came before, the advert is added.
   */
  void add(ContactUse use) {
    lastDay = Math.max(lastDay, Days.of(use.seen()));
    Instant replaced = adverts == 0 ? null : use.replaced();
    if (replaced != null && use.isSeenStill()) {
      return;
    }
    if (replaced == null) {
      addFacts(use);
    } else {
      Days.count(days, Days.of(replaced), -1);
    }
    long day = Days.of(use.time());
    firstDay = Math.min(firstDay, day);
    Days.count(days, day, 1);
    if (countries.containsKey(use.country())) {
      countrySince.merge(
          use.country(), use.time(), (one, other) -> other.isBefore(one) ? other : one);
    }
    countrySince.keySet().retainAll(countries.keySet());
    if (!type.leadsToSomebody()) {
      return; // an account may be an office's, and goes nowhere
    }
    stands.merge(
        use.advertId(),
        new Stand(use.time(), use.town(), use.ages()),
        (one, other) -> other.time().isBefore(one.time()) ? other : one);
    if (stands.size() > MAX_STANDS) {
      stands.remove(stands.lastKey());
    }
  }

  /** Returns whether so many employers or sites name it that it tells nothing of any of them. */
  boolean isSharedByStrangers(NetworkConfig networks) {
    return employers.size() > networks.maxEmployers() || sites.size() > networks.maxSites();
  }

  /** Returns the begin of the UTC day of the first. */
  Instant firstSeen() {
    return begin(firstDay);
  }

  /** Returns the begin of the UTC day of the last. */
  Instant lastSeen() {
    return begin(days.keySet().stream().mapToLong(day -> day).max().orElseThrow());
  }

  long busiestDay() {
    return days.values().stream().mapToLong(count -> count).max().orElse(0);
  }

  /** Returns in how many hours of the day, in UTC, the adverts of its sample were posted. */
  long hours() {
    return stands.values().stream()
        .map(stand -> stand.time().atOffset(ZoneOffset.UTC).getHour())
        .distinct()
        .count();
  }

  /** Returns the ages of its sample that are stated as one, or nearly so. */
  List<Age> statedAges() {
    List<Age> stated = new ArrayList<>();
    stands.values().stream()
        .map(Stand::ages)
        .flatMap(Collection::stream)
        .filter(age -> age.most() - age.least() <= 1)
        .forEach(stated::add);
    return stated;
  }

  private void addFacts(ContactUse use) {
    adverts++;
    disguised += use.disguised() ? 1 : 0;
    type = use.type();
    if (use.phoneCountry().compareTo(phoneCountry) > 0) {
      phoneCountry = use.phoneCountry();
    }
    use.names().forEach(name -> plus(names, name));
    use.ages().stream().map(Age::written).distinct().forEach(age -> plus(ages, age));
    use.prices().forEach(price -> plus(prices, price));
    plus(places, use.place());
    plus(countries, use.country());
    plus(languages, use.language());
    plus(channels, use.channel());
    plus(sites, use.site());
    plus(employers, use.employer());
    use.beside().forEach(contact -> plus(beside, contact));
    plus(models, use.model());
    for (Evidence found : use.indicators()) {
      plus(indicators, found.indicator());
      evidence.merge(found.indicator(), found, Evidence::orEarlier);
    }
  }

  private static void plus(SortedArrayMap<String, Long> counts, String value) {
    Counts.plus(counts, value, 1, MAX_VALUES);
  }

  private static Instant begin(long day) {
    return LocalDate.ofEpochDay(day).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
