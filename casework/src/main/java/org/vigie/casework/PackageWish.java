package org.vigie.casework;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.envelope.Recipients;
import org.vigie.exchange.marking.Tlp;
import org.vigie.exchange.partner.PartnerFormat;

/**
 * What somebody asked to have packed from a case, beside to whom and why.
 *
 * @param caseId the case
 * @param language code of the report's language
 * @param marking how far the package may be passed on
 * @param keepUntil until when the recipient is to keep it; null if no day is set
 * @param pictures whether a browser without network is to draw each captured page
 * @param formats of partners' tools in which it holds its adverts as well
 * @param readers who alone can open it; nobody if it isn't encrypted
 * @param ids of the adverts, clusters and alerts that the case held then: nobody grants what comes
 *     into it later
 */
public record PackageWish(
    String caseId,
    String language,
    Tlp marking,
    @Nullable LocalDate keepUntil,
    boolean pictures,
    List<PartnerFormat> formats,
    Recipients readers,
    List<String> ids) {
  public PackageWish {
    formats = List.copyOf(formats);
    ids = List.copyOf(ids);
  }
}
