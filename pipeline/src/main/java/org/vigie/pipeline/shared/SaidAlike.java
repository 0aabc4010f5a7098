package org.vigie.pipeline.shared;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ContentId;
import org.vigie.advert.Indicator;
import org.vigie.advert.Price;
import org.vigie.advert.SharedMeaning;
import org.vigie.advert.SharedMeaning.Beside;
import org.vigie.advert.WorkingHours;
import org.vigie.advert.WorkingTime;
import org.vigie.pipeline.alert.ControlSigns;

/**
 * What joins an advert with others that say the same in other words, or in another language: each
 * telling sign of its text together with its account, with a picture, or with two facts; or any
 * strong sign of control together with the name of an account.
 *
 * <p>A sign is what concepts and frames make of a text, whatever language it is in, so it is the
 * same in all. Adverts that say several agree where they agree in one, since no reader finds all. A
 * contact needs none of this: it joins by itself. An advert that says no telling sign has none, so
 * that ordinary adverts cost nothing.
 */
public final class SaidAlike {
  /** Categories and rows that tell of what is done to somebody, and not of what is offered. */
  private static final String CONTROL = "control";

  private static final List<String> TELLING_ROWS = List.of("LX-", "OT-");

  /** Bounds what an advert that says everything adds to the state. */
  private static final int MOST_SIGNS = 4;

  private static final int MOST_FACTS = 3;
  private static final int MOST_PICTURES = 2;

  /** An amount such as 500 or 2000 is many adverts'; 340 or 1837.32 is few adverts'. */
  private static final int LEAST_DIGITS = 2;

  /** Addresses of an advert's pictures, hashed, with spaces between. */
  private static final String PICTURES = "context.images";

  private SaidAlike() {}

  /** Returns the {@linkplain SharedMeaning#key keys}, each once. */
  public static List<String> keys(AssessedAdvert assessed) {
    List<String> signs =
        assessed.indicators().stream()
            .filter(SaidAlike::isTelling)
            .map(Indicator::id)
            .distinct()
            .sorted()
            .limit(MOST_SIGNS)
            .toList();
    if (signs.isEmpty()) {
      return List.of();
    }
    Advert advert = assessed.advert();
    SortedSet<String> keys = new TreeSet<>();
    for (String sign : signs) {
      if (!advert.account().isEmpty()) {
        keys.add(key(Beside.ACCOUNT, sign, advert.account()));
      }
      pictures(advert).forEach(picture -> keys.add(key(Beside.PICTURE, sign, picture)));
      pairs(facts(assessed)).forEach(pair -> keys.add(key(Beside.FACTS, sign, pair)));
    }
    if (signs.stream().anyMatch(ControlSigns::isOne)) {
      AccountNames.in(assessed).forEach(name -> keys.add(key(Beside.NAME, "", name)));
    }
    return List.copyOf(keys);
  }

  /** What fields show may be a site's wording; what the text says is the writer's. */
  private static boolean isTelling(Indicator found) {
    return found.scored()
        && !found.spans().isEmpty()
        && (found.category().equals(CONTROL)
            || TELLING_ROWS.stream().anyMatch(found.id()::startsWith));
  }

  private static String key(Beside beside, String sign, String shared) {
    return new SharedMeaning(beside, ContentId.of("", beside.name(), sign, shared)).key();
  }

  private static List<String> pictures(Advert advert) {
    return Arrays.stream(advert.fields().getOrDefault(PICTURES, "").split(" "))
        .filter(Predicate.not(String::isBlank))
        .distinct()
        .limit(MOST_PICTURES)
        .toList();
  }

  /** Persons' names are no facts here: they are counted, never weighed. */
  private static List<String> facts(AssessedAdvert assessed) {
    SortedSet<String> facts = new TreeSet<>();
    for (Price price : assessed.entities().prices()) {
      if (digits(price.least()) >= LEAST_DIGITS) {
        // Not for what: readers find "a month" in some languages and not in others.
        facts.add("price %s %s %s".formatted(price.least(), price.most(), price.currency()));
      }
    }
    for (WorkingHours hours : assessed.entities().workingHours()) {
      if (isRare(hours)) {
        facts.add("hours %s %s %s".formatted(hours.measure(), hours.least(), hours.most()));
      }
    }
    String employer = advertEmployer(assessed.advert());
    if (!employer.isEmpty()) {
      facts.add("employer " + employer);
    }
    return facts.stream().limit(MOST_FACTS).toList();
  }

  private static String advertEmployer(Advert advert) {
    return advert.fields().getOrDefault(Advert.EMPLOYER, "").strip();
  }

  /** Returns how many digits an amount has without the noughts at its end. */
  private static int digits(double amount) {
    String written = Long.toString(Math.round(amount * 100));
    return written.replaceAll("0+$", "").length();
  }

  /** A day of eight hours, a week of forty and of five or six days are the usual ones. */
  private static boolean isRare(WorkingHours hours) {
    return hours.measure() == WorkingTime.TIME_OF_DAY
        || (hours.measure() == WorkingTime.HOURS_A_DAY && hours.most() > 10)
        || (hours.measure() == WorkingTime.HOURS_A_WEEK && hours.most() > 48)
        || (hours.measure() == WorkingTime.DAYS_A_WEEK && hours.least() == 7);
  }

  private static List<String> pairs(List<String> facts) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < facts.size(); i++) {
      for (int j = i + 1; j < facts.size(); j++) {
        pairs.add(facts.get(i) + "\n" + facts.get(j));
      }
    }
    return pairs;
  }
}
