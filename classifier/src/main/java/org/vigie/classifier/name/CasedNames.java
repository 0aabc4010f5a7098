package org.vigie.classifier.name;

import java.util.BitSet;
import java.util.List;
import java.util.function.ToIntFunction;
import org.vigie.advert.Contact;
import org.vigie.advert.Span;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;

/**
 * Judges names in letters that have capitals: firms, brands, products and towns are named after
 * persons, so one word by itself is believed if nothing tells that it is part of another name.
 */
final class CasedNames {
  /** Characters behind an announced name within which a contact makes an unlisted word a name. */
  private static final int NEAR = 40;

  private final NormalizedText text;
  private final List<Word> words;
  private final ToIntFunction<String> kinds;
  private final NameReader reader;
  private final BitSet places;
  private final List<Contact> contacts;
  private final NotPersons notPersons;
  private final OrdinaryWords ordinary;

  /**
   * A judge of one text's names.
   *
   * @param kinds what the list of names says of a word
   * @param places the words that are part of a town's name
   * @param contacts contacts in order of appearance
   * @param ordinary words of the text's language
   */
  CasedNames(
      NormalizedText text,
      List<Word> words,
      ToIntFunction<String> kinds,
      NameReader reader,
      BitSet places,
      List<Contact> contacts,
      NotPersons notPersons,
      OrdinaryWords ordinary) {
    this.text = text;
    this.words = words;
    this.kinds = kinds;
    this.reader = reader;
    this.places = places;
    this.contacts = contacts;
    this.notPersons = notPersons;
    this.ordinary = ordinary;
  }

  /** Returns whether words are believed to be a name: from the first to the one before the last. */
  boolean isBelieved(int from, int to) {
    NameCues.Cue cue = announcing(from);
    boolean listed = false;
    boolean given = false;
    boolean town = true;
    for (int i = from; i < to; i++) {
      listed |= is(i, NameList.GIVEN | NameList.FAMILY) && !isOther(i);
      given |= is(i, NameList.GIVEN) && !isOther(i);
      town &= places.get(i);
    }
    if (isBrand(from, to)) {
      return false;
    }
    if (cue.isStrong()) {
      boolean asked = cue == NameCues.Cue.ASKING;
      return listed || !isOther(from) && (!asked || endsClause(to) || isBesideContact(to));
    }
    return given && !town && (to - from > 1 ? isWhole(from, to) : isAlone(from));
  }

  private NameCues.Cue announcing(int word) {
    return word > 0 && ordinary.announceNothing().contains(words.get(word - 1).text())
        ? NameCues.Cue.NONE
        : reader.cue(word);
  }

  private boolean isBrand(int from, int to) {
    String first = words.get(from).text();
    for (int i = from + 1; i < to; i++) {
      String pair = words.get(i - 1).text() + " " + words.get(i).text();
      if (notPersons.brands().contains(pair)) {
        return true;
      }
    }
    return to < words.size()
        && to - from == 1
        && notPersons.brands().contains(first + " " + words.get(to).text());
  }

  private boolean endsClause(int to) {
    return to == words.size() || words.get(to).clause() != words.get(to - 1).clause();
  }

  /** Two words and more begin with a given name and hold nothing that is named otherwise. */
  private boolean isWhole(int from, int to) {
    for (int i = from; i < to; i++) {
      boolean noName = is(i, NameList.COMMON) || ordinary.isCountry(words.get(i));
      if (isOther(i) || i > from && noName && !is(i, NameList.FAMILY)) {
        return false;
      }
    }
    return !isFirm(to);
  }

  /** One word is part of no longer name, and a given name only. */
  private boolean isAlone(int word) {
    boolean named = is(word, NameList.GIVEN) && !isOther(word) && !isOrdinary(word);
    return named && (reader.isShownWithCapitals() || !isTied(word, -1) && !isTied(word, 1));
  }

  /** Returns whether a word is a country, or one of the language that begins a longer sentence. */
  private boolean isOrdinary(int word) {
    boolean first = word == 0 || reader.beginsSentence(word) || reader.isShownWithCapitals();
    boolean goesOn = word + 1 < words.size() && reader.between(word + 1) == ' ';
    return first && goesOn && ordinary.givenNames().contains(words.get(word).text())
        || ordinary.isCountry(words.get(word));
  }

  /** Returns whether a word with a capital, or a sign that ties firms' names, stands beside. */
  private boolean isTied(int word, int step) {
    int other = word + step;
    if (other < 0 || other >= words.size()) {
      return false;
    }
    char between = reader.between(Math.max(word, other));
    if (between == '&' || between == '-' || between == '/') {
      return true;
    }
    boolean first = step < 0 && (other == 0 || reader.beginsSentence(other));
    return between == ' ' && !first && reader.hasCapital(other);
  }

  /** Returns whether a word for a firm or a street stands right behind. */
  private boolean isFirm(int to) {
    return to < words.size() && reader.between(to) == ' ' && reader.isOrganisation(to);
  }

  private boolean isBesideContact(int to) {
    int end = text.originalEnd(words.get(to - 1).end());
    for (Contact contact : contacts) {
      Span span = contact.span();
      if (span.start() >= end && span.start() - end <= NEAR) {
        return true;
      }
    }
    return false;
  }

  private boolean is(int word, int kind) {
    return (kinds.applyAsInt(words.get(word).text()) & kind) != 0;
  }

  private boolean isOther(int word) {
    String text = words.get(word).text();
    return reader.isOtherName(text) || notPersons.words().contains(text);
  }
}
