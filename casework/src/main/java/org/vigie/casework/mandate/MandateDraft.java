package org.vigie.casework.mandate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.vigie.advert.Finding;
import org.vigie.advert.Mandate;
import org.vigie.casework.error.UserErrors;
import org.vigie.files.failure.UserError;

/**
 * A mandate as far as it is written down: any part may still be empty.
 *
 * @param authority who is responsible
 * @param legalBasis the provision that allows it
 * @param purpose what it is for
 * @param caseId the case or operation
 * @param approvedBy who approved it
 * @param validUntil last day or end instant, as written
 */
public record MandateDraft(
    String authority,
    String legalBasis,
    String purpose,
    String caseId,
    String approvedBy,
    String validUntil) {

  /** The parts of a mandate, named as in {@code mandate.yaml} and on the command line. */
  public static final List<String> KEYS =
      List.of("authority", "legal-basis", "purpose", "case", "approved-by", "valid-until");

  /** Returns a draft whose part for each key is what a function makes of the key. */
  public static MandateDraft of(UnaryOperator<String> part) {
    return new MandateDraft(
        part.apply("authority").strip(),
        part.apply("legal-basis").strip(),
        part.apply("purpose").strip(),
        part.apply("case").strip(),
        part.apply("approved-by").strip(),
        part.apply("valid-until").strip());
  }

  /** Returns the part for a key. */
  public String part(String key) {
    return switch (key) {
      case "authority" -> authority;
      case "legal-basis" -> legalBasis;
      case "purpose" -> purpose;
      case "case" -> caseId;
      case "approved-by" -> approvedBy;
      case "valid-until" -> validUntil;
      default -> throw new IllegalArgumentException("a mandate has no part named " + key);
    };
  }

  /** Returns the keys whose parts are empty. */
  public List<String> missing() {
    List<String> missing = new ArrayList<>(KEYS);
    missing.removeIf(key -> !part(key).isEmpty());
    return List.copyOf(missing);
  }

  /** Returns whether a text says when a mandate ends. */
  public static boolean isEnd(String text) {
    return end(text).isPresent();
  }

  /**
   * Returns the finished mandate, which allows nothing beside the usual.
   *
   * @see #finish(String, Set)
   */
  public Mandate finish(String source) {
    return finish(source, Set.of());
  }

  /**
   * Returns the finished mandate.
   *
   * @param source what errors call the place it was written in
   * @param permits what it allows beside the usual
   * @throws UserError if a part is empty, or the end is neither a day nor an instant
   */
  public Mandate finish(String source, Set<Mandate.Permission> permits) {
    if (!missing().isEmpty()) {
      throw UserErrors.ofMandate(
          Finding.of("mandate-not-whole")
              .with("file", source)
              .with("keys", String.join(", ", KEYS))
              .with("missing", String.join(", ", missing()))
              .with("number", missing().size()));
    }
    Instant end =
        end(validUntil)
            .orElseThrow(() ->
                UserErrors.ofMandate(
                    Finding.of("mandate-without-end")
                        .with("file", source)
                        .with("written", validUntil)));
    return new Mandate(authority, legalBasis, purpose, caseId, approvedBy, end, permits);
  }

  /**
   * Returns the first instant at which a mandate no longer holds: for a day such as 2026-12-31, the
   * end of that day in UTC; for an instant such as 2026-12-31T12:00:00Z, itself.
   */
  private static Optional<Instant> end(String written) {
    String stripped = written.strip();
    try {
      return Optional.of(
          stripped.contains("T")
              ? Instant.parse(stripped)
              : LocalDate.parse(stripped).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
