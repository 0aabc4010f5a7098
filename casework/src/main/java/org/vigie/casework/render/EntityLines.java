package org.vigie.casework.render;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Entities;
import org.vigie.advert.Place;
import org.vigie.advert.Price;
import org.vigie.advert.PricePeriod;
import org.vigie.advert.Span;
import org.vigie.advert.WorkingHours;
import org.vigie.advert.WorkingTime;
import org.vigie.classifier.ClusterPlace;
import org.vigie.text.finding.FindingWords;
import org.vigie.text.safe.SafeText;

/** What an advert names beside contacts, as name and value for each line. */
final class EntityLines {
  private EntityLines() {}

  /**
   * Returns the lines of an advert.
   *
   * @param told its places that its cluster tells
   */
  static List<Map.Entry<String, String>> of(AssessedAdvert assessed, List<ClusterPlace> told) {
    List<Map.Entry<String, String>> lines = new ArrayList<>();
    Entities entities = assessed.entities();
    String text = assessed.advert().text();
    entities.prices().forEach(p -> lines.add(Map.entry("price", from(price(p), text, p.span()))));
    entities
        .ages()
        .forEach(
            a -> lines.add(Map.entry("age", from(range(a.least(), a.most()), text, a.span()))));
    entities
        .workingHours()
        .forEach(h -> lines.add(Map.entry("working time", from(hours(h), text, h.span()))));
    entities.places().forEach(p -> towns(lines, p, text, told));
    entities.names().forEach(n -> lines.add(Map.entry("name", from(n.name(), text, n.span()))));
    entities
        .unplacedNumbers()
        .forEach(digits -> lines.add(Map.entry("number", digits + "  in words, of no country")));
    return lines.stream().distinct().toList(); // a title often says again what the text says
  }

  private static String price(Price price) {
    String period = price.period() == PricePeriod.UNSTATED ? "" : ", " + period(price.period());
    return range(price.least(), price.most()) + " " + price.currency() + period;
  }

  private static String period(PricePeriod period) {
    return period == PricePeriod.ONCE ? "once" : "per " + period.label();
  }

  private static String hours(WorkingHours hours) {
    return hours.measure() == WorkingTime.TIME_OF_DAY
        ? clock(hours.least()) + " to " + clock(hours.most())
        : range(hours.least(), hours.most()) + " " + hours.measure().label();
  }

  private static String clock(double hour) {
    long minutes = Math.round(hour * 60);
    return String.format(Locale.ROOT, "%02d:%02d", minutes / 60 % 24, minutes % 60);
  }

  /** Names a town as the cluster tells it if that is another than its text alone would mean. */
  private static void towns(
      List<Map.Entry<String, String>> lines, Place place, String text, List<ClusterPlace> told) {
    Optional<ClusterPlace> other =
        told.stream().filter(one -> one.isOther() && one.alone().equals(place)).findFirst();
    lines.add(Map.entry("town", town(other.map(ClusterPlace::place).orElse(place), text)));
    other.ifPresent(
        one -> lines.add(Map.entry("", SafeText.line(FindingWords.english().say(one.why())))));
  }

  private static String town(Place place, String text) {
    String where =
        String.format(
            Locale.ROOT,
            "%s (%s) at %.2f, %.2f",
            place.name(),
            place.country(),
            place.latitude(),
            place.longitude());
    return place.standsInText()
        ? from(where, text, place.span())
        : where + "  from what its site declares";
  }

  private static String range(double least, double most) {
    return least == most ? number(least) : number(least) + " to " + number(most);
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private static String from(String value, String text, Span span) {
    return SafeText.line(value) + "  from " + Marked.quotes(text, List.of(span), 1);
  }
}
