package org.vigie.web.pages.custody;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigie.casework.ExportRequest;
import org.vigie.casework.PackageWish;
import org.vigie.casework.export.ExportFormat;
import org.vigie.exchange.partner.PartnerFormat;
import org.vigie.text.safe.Words;
import org.vigie.web.Phrases;
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
 * @param decided who decided, or empty, and why
 * @param packed what is to leave as an evidence package; of an export of adverts nothing
 */
public record ExportRow(
    String number,
    String path,
    Asked asked,
    Wanted wanted,
    String state,
    Decided decided,
    Optional<Packed> packed) {
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

  /**
   * What a second person said.
   *
   * @param by who
   * @param why in that person's words, in pieces; may be none
   * @param until minute until which it may be taken; empty unless it was granted
   */
  public record Decided(String by, List<Piece> why, String until) {}

  /**
   * What is to leave as an evidence package.
   *
   * @param caseId the case
   * @param things how many adverts, clusters and alerts it held
   * @param language of the report, as its speakers call it
   * @param marking how far it may be passed on
   * @param keepUntil day, or empty
   * @param pictures whether a browser is to draw the captured pages
   * @param formats names of partners' formats in which it also is, commas between; may be empty
   * @param readers SHA-256 of the certificates of those who alone can open it; empty if not
   *     encrypted
   */
  public record Packed(
      String caseId,
      int things,
      String language,
      String marking,
      String keepUntil,
      boolean pictures,
      String formats,
      List<String> readers) {
    static Packed of(PackageWish wish) {
      return new Packed(
          wish.caseId(),
          wish.ids().size(),
          Phrases.nameOf(Locale.of(wish.language())),
          "TLP:" + wish.marking().label().toUpperCase(Locale.ROOT),
          wish.keepUntil() == null ? "" : wish.keepUntil().toString(),
          wish.pictures(),
          wish.formats().stream().map(PartnerFormat::label).collect(Collectors.joining(", ")),
          wish.readers().fingerprints());
    }
  }

  static ExportRow of(
      ExportRequest request, Optional<PackageWish> wish, String grounds, Instant now) {
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
        new Decided(
            request.isLapsed() ? "" : request.decision().by(),
            new EvidenceText(grounds).pieces(),
            request.until().map(Words::minute).orElse("")),
        wish.map(Packed::of));
  }

  /** Returns the name of the phrase of what happens next; empty if nothing does. */
  public String next() {
    if (!state.equals("granted")) {
      return "";
    }
    boolean isFile =
        Arrays.stream(ExportFormat.values()).anyMatch(one -> one.label().equals(wanted.format()));
    return packed.isPresent() ? "evidence.next" : isFile ? "export.next" : "export.next.command";
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
