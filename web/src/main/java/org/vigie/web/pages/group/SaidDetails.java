package org.vigie.web.pages.group;

import java.util.List;
import org.vigie.casework.render.Quote;
import org.vigie.casework.render.Said;
import org.vigie.web.Phrases;
import org.vigie.web.Worded;
import org.vigie.web.pages.part.EvidenceText;
import org.vigie.web.pages.part.Paths;
import org.vigie.web.pages.part.Piece;
import org.vigie.web.pages.part.SignMark;

/**
 * What a group of adverts says, as lists and its page show it.
 *
 * @param signs the signs in words, or empty
 * @param opening how one of its adverts begins, where there are no signs
 * @param adverts how many there are, in words, or empty
 * @param places where most of them stand, or empty
 * @param quotes sentences, the strongest sign first
 */
public record SaidDetails(
    String signs, List<Piece> opening, String adverts, String places, List<Quoted> quotes) {
  /**
   * A sentence of an advert.
   *
   * @param path of the advert's page
   * @param signs what is marked in it
   * @param pieces the sentence
   */
  public record Quoted(String path, List<SignMark> signs, List<Piece> pieces) {
    static Quoted of(Quote quote) {
      EvidenceText text = new EvidenceText(quote.text());
      quote.marks().forEach(span -> text.mark(span, "indicator"));
      return new Quoted(
          Paths.advert(quote.advert()),
          quote.signs().stream()
              .map(sign -> new SignMark(sign.id(), sign.name(), Worded.NONE))
              .toList(),
          text.pieces());
    }
  }

  /** Something of which nothing is known to be said. */
  static SaidDetails nothing() {
    return new SaidDetails("", List.of(), "", "", List.of());
  }

  public static SaidDetails of(Said said, Phrases phrases) {
    List<Quoted> quotes = said.quotes().stream().map(Quoted::of).toList();
    boolean isSilent = said.signs().isEmpty();
    return new SaidDetails(
        SaidTitle.signs(said, phrases),
        isSilent && !quotes.isEmpty() ? quotes.getFirst().pieces() : List.of(),
        said.adverts() > 0 ? phrases.of("said.adverts", said.adverts()) : "",
        String.join(", ", said.places()),
        quotes);
  }

  /** Returns whether there is anything to make a title of. */
  public boolean isEmpty() {
    return signs.isEmpty() && opening.isEmpty();
  }

  /** Returns the quotes that the title doesn't hold already. */
  public List<Quoted> shownQuotes() {
    return signs.isEmpty() && !quotes.isEmpty() && quotes.getFirst().signs().isEmpty()
        ? List.of()
        : quotes;
  }
}
