package org.vigie.web.offer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.advert.IndicatorIds;
import org.vigie.classifier.sign.Family;

/** What to look out for in an offer: the families of signs, and a few published indicators. */
public enum OfferTopic {
  DOCUMENTS_KEPT,
  DOCUMENTS_DEMANDED,
  DEBT,
  FEE,
  WAGES,
  MOVEMENT,
  ISOLATION,
  THREATS,
  DECEIVED,
  CONDITIONS,
  COMPOUND,
  CRIME,
  ROUTE,
  PAPERS,
  ORGAN,
  CHILD,
  MARRIAGE,
  THIRD_PARTY,
  NEED,
  /** Pay out of proportion. */
  PAY(IndicatorIds.DISPROPORTIONATE_PAY),
  /** Tied housing, an arranged transfer. */
  HOUSING(
      IndicatorIds.TIED_HOUSING, IndicatorIds.ARRANGED_TRANSFER, IndicatorIds.HOUSING_FOR_SERVICES),
  /** An employer that can't be told, a push to a private chat. */
  EMPLOYER(IndicatorIds.UNIDENTIFIABLE_EMPLOYER, IndicatorIds.OFF_PLATFORM_PUSH),
  /** Urgency. */
  HURRY(IndicatorIds.URGENCY),
  /** No experience or language needed, vague duties. */
  VAGUE(
      IndicatorIds.NO_EXPERIENCE_NEEDED,
      IndicatorIds.NO_LANGUAGE_NEEDED,
      IndicatorIds.VAGUE_DUTIES_OR_MODELLING_LURE);

  private final List<String> rows;

  OfferTopic(String... rows) {
    this.rows = List.of(rows);
  }

  /** Returns its name in the files of messages, such as {@code documents-kept}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns whether it is one of the strong signs of control. */
  boolean isControl() {
    return Arrays.stream(Family.values())
        .anyMatch(family -> of(family) == this && family.isStrongControl());
  }

  /** Returns the topic of a family of signs. */
  static OfferTopic of(Family family) {
    return valueOf(family.name());
  }

  /** Returns the topic of a row of the taxonomy; nothing if a person can't ask about it. */
  static Optional<OfferTopic> ofRow(String row) {
    return Arrays.stream(values())
        .filter(topic -> topic.rows.contains(row))
        .findFirst()
        .or(() -> Family.ofRow(row).map(OfferTopic::of));
  }
}
