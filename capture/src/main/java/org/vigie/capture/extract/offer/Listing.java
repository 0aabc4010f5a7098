package org.vigie.capture.extract.offer;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.link.PageLinks;
import org.vigie.capture.extract.page.ChannelReader;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.OpenGraph;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Payload;
import org.vigie.capture.extract.page.PayloadForm;

/**
 * Pages that list others: their links, and an advert for each item that says more than its title.
 * Two or more offers in microdata are a listing.
 */
public final class Listing implements ChannelReader {
  @Override
  public String name() {
    return "listing";
  }

  @Override
  public boolean lists(Payload payload) {
    return true;
  }

  @Override
  public boolean takesAllLinks() {
    return true;
  }

  @Override
  public @Nullable Extraction read(Payload payload) {
    if (payload.form() != PayloadForm.MARKUP || isProduct(payload.page())) {
      return null;
    }
    boolean listing =
        ItemAdverts.offers(payload.microdata()) > 1
            || (!new OpenGraph(payload.page()).isOffer() && ListingCheck.is(payload.page()));
    List<Advert> declared = ItemAdverts.listed(payload.page(), payload.jsonLd());
    if (!listing && declared.isEmpty()) {
      return null;
    }
    List<Element> items = ItemGroups.best(payload.page());
    List<Advert> shown = ListedItems.adverts(payload.page(), items);
    if (declared.size() > shown.size()) {
      return PageLinks.with(payload.page(), declared).doubted();
    }
    List<Advert> all = new ArrayList<>(PlainPage.besideItems(payload, items, shown));
    all.addAll(shown);
    return PageLinks.with(payload.page(), all).doubted();
  }

  /** What a page of one product lists stands beside it. */
  private static boolean isProduct(Page page) {
    return page.meta("og:type").endsWith("product");
  }
}
