package org.vigie.web.pages.custody;

import java.time.Instant;
import java.util.List;
import org.vigie.casework.ExportRequest;
import org.vigie.text.safe.Words;
import org.vigie.web.pages.part.EvidenceText;
import org.vigie.web.pages.part.Paths;
import org.vigie.web.pages.part.Piece;

/**
 * A request for an export in a list.
 *
 * @param number by which {@code ./vigie export --granted} names it
 * @param path of its own address
 * @param asked who asked
 * @param wanted what is to leave, and to whom
 * @param state name of the phrase of where it stands
 * @param decidedBy who decided, or empty
 */
public record ExportRow(
    String number, String path, Asked asked, Wanted wanted, String state, String decidedBy) {
  /**
   * Who asked for an export.
   *
   * @param at minute
   * @param why in that person's words, in pieces
   */
  public record Asked(String at, String by, List<Piece> why) {}

  /**
   * What is to leave.
   *
   * @param found where the adverts are seen
   */
  public record Wanted(String found, List<Piece> query, String format, List<Piece> recipient) {}

  static ExportRow of(ExportRequest request, Instant now) {
    return new ExportRow(
        String.valueOf(request.id()),
        "/exports/" + request.id(),
        new Asked(
            Words.minute(request.askedAt()),
            request.askedBy(),
            new EvidenceText(request.why()).pieces()),
        new Wanted(
            Paths.search(request.query()),
            new EvidenceText(request.query()).pieces(),
            request.format(),
            new EvidenceText(request.recipient()).pieces()),
        state(request, now),
        request.isLapsed() ? "" : request.decision().by());
  }

  private static String state(ExportRequest request, Instant now) {
    if (request.isLapsed()) {
      return "lapsed";
    }
    if (request.isPending()) {
      return "pending";
    }
    if (!request.decision().granted()) {
      return "declined";
    }
    return request.isOpen(now) ? "granted" : "over";
  }
}
