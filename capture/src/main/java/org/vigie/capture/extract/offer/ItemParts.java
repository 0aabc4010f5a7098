package org.vigie.capture.extract.offer;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.page.Countries;
import org.vigie.capture.extract.page.Item;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Times;

/** What the properties of a schema.org item say of one part of an advert. */
final class ItemParts {
  private ItemParts() {}

  static String salary(Item job) {
    Item base = job.item("baseSalary", "estimatedSalary");
    if (base == null) {
      String plain = job.text("baseSalary", "estimatedSalary");
      return join(" ", plain, job.text("salaryCurrency"));
    }
    Item value = base.item("value");
    Item range = value == null ? base : value;
    String amount = first(range.text("value"), base.text("value", "name"));
    String from = range.text("minValue");
    String to = range.text("maxValue");
    if (!from.isEmpty() || !to.isEmpty()) {
      amount = from.equals(to) ? from : join("-", from, to);
    }
    String currency = first(base.text("currency"), range.text("currency", "priceCurrency"));
    String unit = first(range.text("unitText", "unitCode"), base.text("unitText"));
    String per = unit.isEmpty() ? "" : "per " + unit.toLowerCase(Locale.ROOT);
    return amount.isEmpty() ? "" : join(" ", amount, currency, per);
  }

  static String price(Item item) {
    Item specification = item.item("priceSpecification");
    String amount = item.text("price", "lowPrice");
    String currency = item.text("priceCurrency");
    if (specification != null) {
      amount = first(amount, specification.text("price", "minPrice"));
      currency = first(currency, specification.text("priceCurrency"));
    }
    return amount.isEmpty() ? "" : join(" ", amount, currency);
  }

  static String identifier(Item item) {
    Item identifier = item.item("identifier");
    String named = identifier == null ? "" : identifier.text("value", "@id");
    return first(named, item.text("identifier", "sku", "productID", "serialNumber"));
  }

  static String language(Page page, Item item) {
    String own = Page.language(item.text("inLanguage"));
    return own.isEmpty() ? page.language() : own;
  }

  /** Takes place and country from the first property that has either. */
  static void place(Advert.Builder advert, Item item, String... properties) {
    String country = "";
    String place = "";
    for (String property : properties) {
      Item location = item.item(property);
      if (location == null) {
        place = first(place, item.text(property));
        continue;
      }
      Item address = location.item("address");
      Item detail = address == null ? location : address;
      country = first(country, Countries.code(detail.text("addressCountry")));
      if (country.isEmpty() && location.is("Country")) {
        country = Countries.code(location.text("name"));
      }
      place =
          first(
              place,
              detail.text("addressLocality", "addressRegion"),
              location.is("Country") ? "" : location.text("address", "name"));
      if (!country.isEmpty() || !place.isEmpty()) {
        break;
      }
    }
    if (country.isEmpty()) {
      country = Countries.code(item.text("addressCountry"));
    }
    advert.country(country).place(first(place, item.text("addressLocality")));
  }

  static void contact(Advert.Builder advert, @Nullable Item item) {
    if (item != null) {
      advert.field("telephone", item.text("telephone")).field("email", item.text("email"));
    }
  }

  static @Nullable Instant time(Item item, String... properties) {
    for (String property : properties) {
      Instant time = Times.parse(item.text(property));
      if (time != null) {
        return time;
      }
    }
    return null;
  }

  static String first(String... texts) {
    for (String text : texts) {
      if (!text.isBlank()) {
        return text;
      }
    }
    return "";
  }

  static String join(String separator, String... parts) {
    StringBuilder joined = new StringBuilder();
    for (String part : parts) {
      if (!part.isBlank()) {
        joined.append(joined.isEmpty() ? "" : separator).append(part.strip());
      }
    }
    return joined.toString();
  }
}
