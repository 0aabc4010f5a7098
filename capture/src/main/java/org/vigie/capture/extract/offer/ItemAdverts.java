package org.vigie.capture.extract.offer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.content.DeclaredSummary;
import org.vigie.capture.extract.content.MainContent;
import org.vigie.capture.extract.page.Countries;
import org.vigie.capture.extract.page.Item;
import org.vigie.capture.extract.page.LinkResolver;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Times;

/** Turns schema.org items, whichever syntax they came in, into adverts. */
final class ItemAdverts {
  private static final List<String> OFFERS =
      List.of(
          "Offer",
          "Product",
          "ClassifiedAd",
          "IndividualProduct",
          "Demand",
          "Service",
          "SellAction",
          "AggregateOffer");

  private ItemAdverts() {}

  /** Returns the job postings among the items, each an advert if it says anything. */
  static List<Advert> jobs(Page page, List<Item> items) {
    List<Advert> adverts = new ArrayList<>();
    for (Item item : items) {
      if (item.is("JobPosting")) {
        Advert advert = job(page, item);
        if (advert != null) {
          adverts.add(advert);
        }
      }
    }
    return adverts;
  }

  /**
   * Returns the one thing offered on the page, or nothing: several are a listing, and so is one
   * that says that it stands elsewhere.
   */
  static List<Advert> offer(Page page, List<Item> items) {
    List<Item> offers = items.stream().filter(ItemAdverts::isOffer).toList();
    if (offers.size() != 1 || standsElsewhere(page, offers.getFirst())) {
      return List.of();
    }
    Advert advert = offered(page, offers.getFirst());
    return advert == null ? List.of() : List.of(advert);
  }

  /** Returns how many things are offered. */
  static long offers(List<Item> items) {
    return items.stream().filter(ItemAdverts::isOffer).count();
  }

  private static boolean isOffer(Item item) {
    return OFFERS.stream().anyMatch(item::is);
  }

  private static boolean standsElsewhere(Page page, Item item) {
    String url = page.links().resolve(item.text("url"));
    return !url.isEmpty()
        && !item.has("description")
        && !LinkResolver.path(url).equals(LinkResolver.path(page.capture().url()));
  }

  private static @Nullable Advert job(Page page, Item item) {
    String title = page.described(item.text("title", "name"));
    String body = page.described(item.text("description", "responsibilities"));
    if (title.isBlank() && body.isBlank()) {
      return null;
    }
    Advert.Builder advert = page.advert(Channel.JOB_BOARD, null).title(title).body(body);
    Item named = item.item("hiringOrganization");
    String organization =
        first(
            item.text("hiringOrganization"),
            named == null ? "" : named.text("legalName", "alternateName"));
    advert.field("organization", organization);
    if (organization.isEmpty()) {
      advert.field("organization.missing", "true");
    }
    advert
        .field("salary", salary(item))
        .field("employmentType", String.join(", ", item.texts("employmentType")))
        .field("validThrough", item.text("validThrough"))
        .sourceId(identifier(item))
        .postedAt(time(item, "datePosted", "datePublished"))
        .language(language(page, item));
    place(advert, item, "jobLocation", "applicantLocationRequirements");
    contact(advert, item.item("applicationContact"));
    jobContext(advert, page, item);
    return advert.build();
  }

  /** What a posting says of where it stands, and where the employer does. */
  private static void jobContext(Advert.Builder advert, Page page, Item item) {
    Item organization = item.item("hiringOrganization");
    Item location = item.item("jobLocation");
    Item address = location == null ? null : location.item("address");
    advert.context("locationType", item.text("jobLocationType"));
    if (organization != null) {
      String site = page.links().resolve(organization.text("sameAs", "url"));
      advert.context("organizationUrl", site);
      advert.context("images", page.imageHashes(List.of(page.links().resolve(logo(organization)))));
    }
    if (address != null) {
      advert.context("street", address.text("streetAddress"));
      advert.context("postalCode", address.text("postalCode"));
      advert.context("region", address.text("addressRegion"));
    }
  }

  private static String logo(Item organization) {
    Item logo = organization.item("logo", "image");
    return logo == null ? organization.text("logo", "image") : logo.text("url", "contentUrl");
  }

  private static @Nullable Advert offered(Page page, Item item) {
    Item offer = item.item("offers", "itemOffered");
    Item second = offer == null ? item : offer;
    String title = first(item.text("name", "title"), second.text("name"), page.heading());
    String body =
        page.described(first(item.text("description", "articleBody"), second.text("description")));
    if (body.isBlank()) {
      body = DeclaredSummary.with(page, MainContent.of(page));
    }
    if (title.isBlank() && body.isBlank()) {
      return null;
    }
    Advert.Builder advert =
        page.advert(Channel.CLASSIFIEDS, null)
            .title(page.described(title))
            .body(body)
            .field("price", first(price(item), price(second)))
            .field(
                "author",
                first(
                    item.text("seller", "offeredBy", "author", "provider"),
                    second.text("seller", "offeredBy")))
            .sourceId(first(identifier(item), identifier(second)))
            .language(language(page, item));
    Instant posted = time(item, "datePublished", "datePosted", "validFrom", "availabilityStarts");
    Instant ofOffer =
        posted == null ? time(second, "datePublished", "validFrom", "availabilityStarts") : posted;
    advert.postedAt(ofOffer == null ? page.shownTime() : ofOffer);
    place(
        advert,
        item,
        "areaServed",
        "address",
        "availableAtOrFrom",
        "contentLocation",
        "location",
        "seller");
    contact(advert, item);
    advert.context("images", page.imageHashes(images(page, item)));
    return advert.build();
  }

  private static List<String> images(Page page, Item item) {
    List<String> images = new ArrayList<>();
    for (String image : item.texts("image")) {
      images.add(page.links().resolve(image));
    }
    Item image = item.item("image");
    if (image != null) {
      images.add(page.links().resolve(image.text("url", "contentUrl")));
    }
    return images;
  }

  private static String salary(Item job) {
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

  private static String price(Item item) {
    Item specification = item.item("priceSpecification");
    String amount = item.text("price", "lowPrice");
    String currency = item.text("priceCurrency");
    if (specification != null) {
      amount = first(amount, specification.text("price", "minPrice"));
      currency = first(currency, specification.text("priceCurrency"));
    }
    return amount.isEmpty() ? "" : join(" ", amount, currency);
  }

  private static String identifier(Item item) {
    Item identifier = item.item("identifier");
    String named = identifier == null ? "" : identifier.text("value", "@id");
    return first(named, item.text("identifier", "sku", "productID", "serialNumber"));
  }

  private static String language(Page page, Item item) {
    String own = Page.language(item.text("inLanguage"));
    return own.isEmpty() ? page.language() : own;
  }

  /** Takes place and country from the first property that has either. */
  private static void place(Advert.Builder advert, Item item, String... properties) {
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

  private static void contact(Advert.Builder advert, @Nullable Item item) {
    if (item != null) {
      advert.field("telephone", item.text("telephone")).field("email", item.text("email"));
    }
  }

  private static @Nullable Instant time(Item item, String... properties) {
    for (String property : properties) {
      Instant time = Times.parse(item.text(property));
      if (time != null) {
        return time;
      }
    }
    return null;
  }

  private static String first(String... texts) {
    for (String text : texts) {
      if (!text.isBlank()) {
        return text;
      }
    }
    return "";
  }

  private static String join(String separator, String... parts) {
    StringBuilder joined = new StringBuilder();
    for (String part : parts) {
      if (!part.isBlank()) {
        joined.append(joined.isEmpty() ? "" : separator).append(part.strip());
      }
    }
    return joined.toString();
  }
}
