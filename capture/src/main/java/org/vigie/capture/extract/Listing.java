package org.vigie.capture.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages that list others: their links alone. Two or more offers in microdata are a listing. */
final class Listing implements ChannelReader {
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
    return listing ? PageLinks.with(payload.page(), List.of()) : null;
  }
}
