package org.vigie.capture.extract.offer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.link.PageLinks;
import org.vigie.capture.extract.page.ChannelReader;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.Item;
import org.vigie.capture.extract.page.Payload;

/** Pages that declare the one thing they offer, in microdata or JSON-LD. */
public final class Classifieds implements ChannelReader {
  @Override
  public String name() {
    return "classifieds";
  }

  @Override
  public boolean takesAllLinks() {
    return true;
  }

  @Override
  public @Nullable Extraction read(Payload payload) {
    for (List<Item> items : List.of(payload.microdata(), payload.jsonLd())) {
      List<Advert> offer = ItemAdverts.offer(payload.page(), items);
      if (!offer.isEmpty()) {
        return PageLinks.with(payload.page(), offer);
      }
    }
    return null;
  }
}
