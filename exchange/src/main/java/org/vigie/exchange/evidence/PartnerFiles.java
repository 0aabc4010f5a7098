package org.vigie.exchange.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.vigie.advert.SeenTimes;
import org.vigie.exchange.bag.Bag;
import org.vigie.exchange.partner.ExportHeader;
import org.vigie.exchange.partner.PartnerFormat;
import org.vigie.exchange.partner.SharedAdvert;

/**
 * A package's adverts once more, in the formats of the reader's tools.
 *
 * @param formats the formats; may be none
 * @param about what the package is of, as {@link ExportHeader} names it, or empty
 */
public record PartnerFiles(List<PartnerFormat> formats, String about) {
  static final PartnerFiles NONE = new PartnerFiles(List.of(), "");

  public PartnerFiles {
    formats = List.copyOf(formats);
  }

  /**
   * Writes {@code partners/misp.json} and its like: the same adverts that the package holds.
   *
   * @throws org.vigie.files.failure.UserError if a format has no document of them
   */
  void into(Bag bag, Dossier dossier) throws IOException {
    ExportHeader header =
        new ExportHeader(
            dossier.mandate().authority(),
            dossier.handover().marking(),
            dossier.made().at(),
            about);
    List<SharedAdvert> adverts = dossier.items().stream().map(PartnerFiles::handed).toList();
    for (PartnerFormat format : formats) {
      String name = "partners/" + format.label() + "." + format.extension();
      Files.writeString(bag.payload(name), format.write(header, adverts));
    }
  }

  private static SharedAdvert handed(EvidenceItem item) {
    SeenTimes seen = SeenTimes.of(item.advert().advert(), item.sighting());
    return new SharedAdvert(item.advert(), seen, item.cluster());
  }
}
