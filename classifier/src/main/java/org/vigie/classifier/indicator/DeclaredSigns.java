package org.vigie.classifier.indicator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import org.vigie.advert.Advert;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Finding;
import org.vigie.advert.Indicator;
import org.vigie.advert.IndicatorIds;

/** The indicators of level S: what an advert's declared fields say about pay, price, age, place. */
final class DeclaredSigns {
  private final Medians medians;

  private DeclaredSigns(Medians medians) {
    this.medians = medians;
  }

  static DeclaredSigns load(Path models) throws IOException {
    return new DeclaredSigns(Medians.load(models));
  }

  /** Adds what is found to what the words showed. */
  void addTo(
      SortedMap<String, Indicator> found,
      Advert advert,
      List<Contact> contacts,
      IndicatorCatalogue catalogue) {
    Map<String, String> fields = advert.fields();
    String country = advert.country().toUpperCase(Locale.ROOT);
    double pay = medians.pay().getOrDefault(country, 0.0);
    OptionalDouble paid = EuroPerHour.of(fields.getOrDefault("salary", ""), "");
    if (pay > 0 && paid.isPresent() && paid.getAsDouble() >= medians.payMultiple() * pay) {
      add(
          found,
          catalogue,
          IndicatorIds.DISPROPORTIONATE_PAY,
          Finding.of("declared-pay").with("times", ratio(paid, pay)));
    }
    double price = medians.price().getOrDefault(country, 0.0);
    OptionalDouble asked = EuroPerHour.of(fields.getOrDefault("price", ""), "hour");
    boolean sexual = found.keySet().stream().anyMatch(id -> id.startsWith("SX-"));
    if (sexual
        && price > 0
        && asked.isPresent()
        && asked.getAsDouble() <= medians.priceShare() * price) {
      add(
          found,
          catalogue,
          IndicatorIds.PRICE_ANOMALY,
          Finding.of("declared-price").with("times", ratio(asked, price)));
    }
    OptionalInt age = wholeNumber(fields.getOrDefault("age", ""));
    if (age.isPresent() && age.getAsInt() < 18) {
      add(
          found,
          catalogue,
          IndicatorIds.YOUTH_SUGGESTING_WORDING,
          Finding.of("declared-age-under-18"));
    } else if (age.isPresent() && age.getAsInt() < 23) {
      add(found, catalogue, IndicatorIds.STATED_AGE_UNDER_23, Finding.of("declared-age-18-to-22"));
    }
    if ("true".equals(fields.get(Advert.KNOWN_PICTURE))) {
      add(found, catalogue, IndicatorIds.YOUTH_SUGGESTING_WORDING, Finding.of("known-picture"));
    }
    List<String> prefixes =
        contacts.stream()
            .filter(c -> c.type() == ContactType.PHONE && !c.country().isEmpty())
            .map(Contact::country)
            .distinct()
            .toList();
    if (!country.isEmpty() && !prefixes.isEmpty() && !prefixes.contains(country)) {
      add(found, catalogue, IndicatorIds.PREFIX_MISMATCH, Finding.of("phone-of-another-country"));
    }
  }

  private static void add(
      SortedMap<String, Indicator> found, IndicatorCatalogue catalogue, String id, Finding what) {
    found.putIfAbsent(id, catalogue.indicator(id, List.of(), what));
  }

  private static String ratio(OptionalDouble amount, double median) {
    return String.format(Locale.ROOT, "%.1f", amount.getAsDouble() / median);
  }

  private static OptionalInt wholeNumber(String text) {
    boolean digits = text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits && !text.isEmpty() ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
  }
}
