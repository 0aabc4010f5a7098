package org.vigie.capture.extract.offer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.link.PageLinks;
import org.vigie.capture.extract.page.ChannelReader;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.Item;
import org.vigie.capture.extract.page.Payload;

/** Pages that declare vacancies: schema.org {@code JobPosting} in JSON-LD or microdata. */
public final class JobBoard implements ChannelReader {
  @Override
  public String name() {
    return "job-board";
  }

  @Override
  public boolean takesAllLinks() {
    return true;
  }

  @Override
  public @Nullable Extraction read(Payload payload) {
    List<Item> items = new ArrayList<>(payload.jsonLd());
    items.addAll(payload.microdata());
    List<Advert> jobs = ItemAdverts.jobs(payload.page(), items);
    return jobs.isEmpty() ? null : PageLinks.with(payload.page(), jobs);
  }
}
