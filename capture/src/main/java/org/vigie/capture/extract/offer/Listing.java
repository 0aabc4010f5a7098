package org.vigie.capture.extract.offer;

import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.link.PageLinks;
import org.vigie.capture.extract.page.ChannelReader;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.OpenGraph;
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
    if (payload.form() != PayloadForm.MARKUP) {
      return null;
    }
    boolean listing =
        ItemAdverts.offers(payload.microdata()) > 1
            || (!new OpenGraph(payload.page()).isOffer() && ListingCheck.is(payload.page()));
    return listing
        ? PageLinks.with(payload.page(), ListedItems.of(payload.page())).doubted()
        : null;
  }
}
