package org.vigie.casework;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.marking.Tlp;

/**
 * What somebody asked to have packed from a case, beside to whom and why.
 *
 * @param caseId the case
 * @param language code of the report's language
 * @param marking how far the package may be passed on
 * @param keepUntil until when the recipient is to keep it; null if no day is set
 * @param pictures whether a browser without network is to draw each captured page
 * @param ids of the adverts, clusters and alerts that the case held then: nobody grants what comes
 *     into it later
 */
public record PackageWish(
    String caseId,
    String language,
    Tlp marking,
    @Nullable LocalDate keepUntil,
    boolean pictures,
    List<String> ids) {
  public PackageWish {
    ids = List.copyOf(ids);
  }
}
