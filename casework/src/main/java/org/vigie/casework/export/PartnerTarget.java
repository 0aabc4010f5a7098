package org.vigie.casework.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.vigie.advert.AdvertTimes;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.SeenTimes;
import org.vigie.exchange.partner.ExportHeader;
import org.vigie.exchange.partner.PartnerFormat;
import org.vigie.exchange.partner.SharedAdvert;
import org.vigie.search.AdvertIndex;
import org.vigie.search.SearchResult;

/**
 * Adverts in the format of a partner's tool: one document, written once all are known.
 *
 * @param format the format
 * @param header what the document says of itself
 * @param index tells when adverts were seen
 */
public record PartnerTarget(PartnerFormat format, ExportHeader header, AdvertIndex index)
    implements ExportTarget {
  @Override
  public ExportSink into(OutputStream out) {
    List<SharedAdvert> adverts = new ArrayList<>();
    return new ExportSink() {
      @Override
      public void add(SearchResult.Hit hit) throws IOException {
        AssessedAdvert advert = hit.advert();
        SeenTimes seen =
            index
                .findTimes(advert.advert().id())
                .map(AdvertTimes::seen)
                .orElseGet(() -> SeenTimes.of(advert.advert(), null));
        adverts.add(new SharedAdvert(advert, seen, hit.cluster().id()));
      }

      @Override
      public void close() throws IOException {
        out.write(format.write(header, adverts).getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    };
  }
}
