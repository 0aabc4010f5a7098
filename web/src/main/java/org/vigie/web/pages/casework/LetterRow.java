package org.vigie.web.pages.casework;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.vigie.casework.JointLetters;
import org.vigie.text.safe.Words;
import org.vigie.web.pages.part.EvidenceText;
import org.vigie.web.pages.part.Piece;

/**
 * What one side contributed to a joint case, as its page shows it.
 *
 * @param at minute in which it was sent or opened here
 * @param owner whose it is, in pieces
 * @param kind label of what it is
 * @param marking such as {@code TLP:AMBER}
 * @param state {@code stands}, {@code over} or {@code withdrawn}
 * @param day on which it was withdrawn; else the last on which it may be kept
 */
public record LetterRow(
    String at,
    List<Piece> owner,
    boolean isOurs,
    String kind,
    String id,
    String marking,
    String state,
    String day) {
  static LetterRow of(JointLetters.Entry letter, Instant now) {
    Instant withdrawn = letter.withdrawn();
    String whileKept = letter.stands(now) ? "stands" : "over";
    return new LetterRow(
        Words.minute(letter.at()),
        new EvidenceText(letter.parties().owner()).pieces(),
        letter.parties().ours(),
        letter.heading().kind().label(),
        letter.heading().id(),
        "TLP:" + letter.handling().marking().label().toUpperCase(Locale.ROOT),
        withdrawn == null ? whileKept : "withdrawn",
        withdrawn == null ? letter.handling().keepUntil().toString() : Words.day(withdrawn));
  }
}
