package org.vigie.exchange.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.ContentId;
import org.vigie.advert.Escalation;
import org.vigie.advert.Mandate;
import org.vigie.exchange.marking.Tlp;

/**
 * All that is known before a package is written.
 *
 * @param mandate the mandate under which it goes out
 * @param handover to whom, why, and who decided it
 * @param items the adverts
 * @param pointers minor-risk adverts that belong here: hash and pointer only
 * @param withheld the captures that must not leave
 * @param made by whom, when and with what it is made
 */
public record Dossier(
    Mandate mandate,
    Handover handover,
    List<EvidenceItem> items,
    List<Escalation> pointers,
    WithheldCaptures withheld,
    Making made) {
  /**
   * By whom, when and with what a package is made.
   *
   * @param by the account
   * @param at when
   * @param software name and version of what made it
   * @param models file → labelled SHA-256, of the models that assessed
   */
  public record Making(String by, Instant at, String software, SortedMap<String, String> models) {
    public Making {
      models = new TreeMap<>(models);
    }
  }

  /**
   * To whom a package goes and by whose decision.
   *
   * @param recipient who gets it
   * @param grounds why
   * @param askedBy who asked for it
   * @param grantedBy the second person, who granted it
   * @param grant number of the grant
   * @param marking how far it may be passed on
   * @param keepUntil until when the recipient is to keep it; null if the sender sets no day
   * @param cameLater ids of adverts that the grant's query finds by now and that came after it: the
   *     package names them and holds none of them
   */
  public record Handover(
      String recipient,
      String grounds,
      String askedBy,
      String grantedBy,
      long grant,
      Tlp marking,
      @Nullable LocalDate keepUntil,
      List<String> cameLater) {
    public Handover {
      cameLater = List.copyOf(cameLater);
    }

    /** A handover after whose grant no advert came. */
    public Handover(
        String recipient,
        String grounds,
        String askedBy,
        String grantedBy,
        long grant,
        Tlp marking,
        @Nullable LocalDate keepUntil) {
      this(recipient, grounds, askedBy, grantedBy, grant, marking, keepUntil, List.of());
    }
  }

  public Dossier {
    if (items.isEmpty() && pointers.isEmpty()) {
      throw new IllegalArgumentException("a package must hold an advert or a pointer, but neither");
    }
    items = List.copyOf(items);
    pointers = List.copyOf(pointers);
  }

  /** Returns the same with its adverts as they are given. */
  public Dossier withItems(List<EvidenceItem> others) {
    return new Dossier(mandate, handover, others, pointers, withheld, made);
  }

  /** Returns the ids of all adverts that it tells of. */
  public List<String> adverts() {
    return Stream.concat(
            items.stream().map(EvidenceItem::id), pointers.stream().map(Escalation::advert))
        .toList();
  }

  /** Returns a name that follows from what the package is about, to whom and when. */
  String id() {
    StringBuilder ids = new StringBuilder();
    items.forEach(item -> ids.append(item.id()).append(' '));
    pointers.forEach(pointer -> ids.append(pointer.advert()).append(' '));
    return ContentId.of(
        "e-", mandate.id(), handover.recipient(), made.at().toString(), ids.toString());
  }
}
