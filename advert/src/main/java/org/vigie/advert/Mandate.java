package org.vigie.advert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The authorisation under which adverts are collected, searched or exported (Directive (EU)
 * 2016/680, Art. 4 and 8).
 *
 * @param authority who is responsible, such as a unit's name
 * @param legalBasis the provision that allows it
 * @param purpose what it is for
 * @param caseId the case or operation it belongs to
 * @param approvedBy who approved it
 * @param validUntil first instant at which it no longer holds
 * @param permits what it allows beside collecting, searching and exporting text
 */
public record Mandate(
    String authority,
    String legalBasis,
    String purpose,
    String caseId,
    String approvedBy,
    Instant validUntil,
    Set<Permission> permits) {
  /** Something that no mandate allows unless it says so. */
  public enum Permission {
    /** Fetching the pictures of adverts to keep their SHA-256, and nothing else of them. */
    IMAGE_HASHES,

    /** Reading what is written in the pictures of adverts, and their perceptual hashes. */
    PICTURES;

    /** Returns the name used in files. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** A mandate that allows nothing beside the usual. */
  public Mandate(
      String authority,
      String legalBasis,
      String purpose,
      String caseId,
      String approvedBy,
      Instant validUntil) {
    this(authority, legalBasis, purpose, caseId, approvedBy, validUntil, Set.of());
  }

  public Mandate {
    require("authority", authority);
    require("legalBasis", legalBasis);
    require("purpose", purpose);
    require("caseId", caseId);
    require("approvedBy", approvedBy);
    permits = Set.copyOf(permits);
  }

  /** Returns {@code m-} and 20 hexadecimal digits derived from all that the mandate says. */
  public String id() {
    List<String> said = new ArrayList<>();
    said.addAll(List.of(authority, legalBasis, purpose, caseId, approvedBy, validUntil.toString()));
    permits.stream().sorted().map(Permission::label).forEach(said::add);
    return ContentId.of("m-", said.toArray(String[]::new));
  }

  /**
   * Returns this mandate if it holds at an instant.
   *
   * @throws ExpiredMandateException if it doesn't
   */
  public Mandate requireValid(Instant now) {
    if (!now.isBefore(validUntil)) {
      throw new ExpiredMandateException(this);
    }
    return this;
  }

  private static void require(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a mandate needs " + name + ", but it is blank");
    }
  }
}
