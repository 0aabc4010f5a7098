package org.vigie.capture.extract.offer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.content.DeclaredSummary;
import org.vigie.capture.extract.content.MainContent;
import org.vigie.capture.extract.content.NamedDescription;
import org.vigie.capture.extract.content.ShopGoods;
import org.vigie.capture.extract.page.Item;
import org.vigie.capture.extract.page.LinkResolver;
import org.vigie.capture.extract.page.Page;

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

  private static final int MAX_HEADING = 200;
  private static final int MAX_LISTED = 2_000;

  private ItemAdverts() {}

  /** Returns the job postings among the items, each an advert if it says anything. */
  static List<Advert> jobs(Page page, List<Item> items) {
    List<Advert> adverts = new ArrayList<>();
    List<Item> jobs = items.stream().filter(item -> item.is("JobPosting")).toList();
    for (Item item : jobs) {
      Advert advert = job(page, item, jobs.size() > 1);
      if (advert != null) {
        adverts.add(advert);
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

  /**
   * Returns a posting as an advert.
   *
   * @param listed whether it stands among others, each of which has a page of its own
   */
  private static @Nullable Advert job(Page page, Item item, boolean listed) {
    String title = fuller(page, page.described(item.text("title", "name")));
    String body = page.described(item.text("description", "responsibilities"));
    if (title.isBlank() && body.isBlank()) {
      return null;
    }
    Advert.Builder advert = page.advert(Channel.JOB_BOARD, null).title(title).body(body);
    String url = listed ? page.links().resolve(item.text("url")) : "";
    if (!url.isEmpty()) {
      advert.url(url);
    }
    Item named = item.item("hiringOrganization");
    String organization =
        ItemParts.first(
            item.text("hiringOrganization"),
            named == null ? "" : named.text("legalName", "alternateName"));
    advert.field("organization", organization);
    if (organization.isEmpty()) {
      advert.field("organization.missing", "true");
    }
    advert
        .field("salary", ItemParts.salary(item))
        .field("employmentType", String.join(", ", item.texts("employmentType")))
        .field("validThrough", item.text("validThrough"))
        .sourceId(ItemParts.identifier(item))
        .postedAt(ItemParts.time(item, "datePosted", "datePublished"))
        .language(ItemParts.language(page, item));
    ItemParts.place(advert, item, "jobLocation", "applicantLocationRequirements");
    ItemParts.contact(advert, item.item("applicationContact"));
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
    return offered(page, item, false);
  }

  /** Of what a list declares, the page's own text and time say nothing. */
  private static @Nullable Advert offered(Page page, Item item, boolean listed) {
    Item offer = item.item("offers", "itemOffered");
    Item second = offer == null ? item : offer;
    String title = ItemParts.first(item.text("name", "title"), second.text("name"), page.heading());
    String body =
        page.described(
            ItemParts.first(item.text("description", "articleBody"), second.text("description")));
    if (body.isBlank() && !listed) {
      String content = MainContent.of(page);
      String named = NamedDescription.of(page, content);
      body = DeclaredSummary.with(page, named.isEmpty() ? content : named);
    } else if (!listed && (ShopGoods.is(item) || ShopGoods.isInCart(page, item))) {
      body = DeclaredSummary.withContent(page, body, ShopGoods.is(item));
    }
    if (title.isBlank() && body.isBlank()) {
      return null;
    }
    Advert.Builder advert =
        page.advert(Channel.CLASSIFIEDS, null)
            .title(listed ? page.described(title) : fuller(page, page.described(title)))
            .body(body)
            .field("price", ItemParts.first(ItemParts.price(item), ItemParts.price(second)))
            .field(
                "author",
                ItemParts.first(
                    item.text("seller", "offeredBy", "author", "provider"),
                    second.text("seller", "offeredBy")))
            .sourceId(ItemParts.first(ItemParts.identifier(item), ItemParts.identifier(second)))
            .language(ItemParts.language(page, item));
    Instant posted =
        ItemParts.time(
            item,
            "datePublished",
            "datePosted",
            "releaseDate",
            "dateCreated",
            "validFrom",
            "availabilityStarts");
    Instant ofOffer =
        posted == null
            ? ItemParts.time(second, "datePublished", "validFrom", "availabilityStarts")
            : posted;
    advert.postedAt(ofOffer == null && !listed ? page.shownTime() : ofOffer);
    if (listed) {
      String url = page.links().resolve(ItemParts.first(item.text("url"), second.text("url")));
      advert.url(url.isEmpty() ? page.capture().url() : url).context("listed", "true");
    }
    ItemParts.place(
        advert,
        item,
        "areaServed",
        "address",
        "availableAtOrFrom",
        "contentLocation",
        "location",
        "seller");
    if (second != item && !item.has("areaServed") && second.has("areaServed")) {
      ItemParts.place(advert, second, "areaServed");
    }
    ItemParts.contact(advert, item);
    advert.context("images", page.imageHashes(images(page, item)));
    return advert.build();
  }

  /** A page's heading may go on where what it declares ends. */
  private static String fuller(Page page, String title) {
    String heading = page.heading();
    boolean goesOn =
        !title.isBlank()
            && heading.length() > title.length()
            && heading.length() <= MAX_HEADING
            && heading.startsWith(title + " ");
    return goesOn ? heading : title;
  }

  /**
   * Returns what a page lists in what it declares: things with a price or a description, each at an
   * address of its own or on a page that shows none of them.
   */
  static List<Advert> listed(Page page, List<Item> items) {
    List<Item> offers = items.stream().filter(ItemAdverts::isOffer).toList();
    List<Advert> adverts = new ArrayList<>();
    for (Item item : offers.subList(0, Math.min(offers.size(), MAX_LISTED))) {
      Item offer = item.item("offers", "itemOffered");
      boolean told = item.has("description") || offer != null || item.has("price");
      Advert advert =
          told && !item.text("name", "title").isEmpty() ? offered(page, item, true) : null;
      if (advert != null) {
        adverts.add(advert);
      }
    }
    return adverts.size() > 1 ? adverts : List.of();
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
}
