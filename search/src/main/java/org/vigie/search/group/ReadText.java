package org.vigie.search.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Contact;
import org.vigie.advert.Entities;
import org.vigie.advert.SlotKind;
import org.vigie.advert.Span;
import org.vigie.search.MaskedText;

/** An advert's text in words, with the kind of thing that each stretch was read as. */
final class ReadText {
  /** Words that are looked at: to align texts costs the square of it. */
  private static final int MAX_WORDS = 600;

  private final String text;
  private final List<Span> places = new ArrayList<>();
  private final List<String> words = new ArrayList<>();

  /** What each position of the text was read as; words, where nothing was found. */
  private final SlotKind[] kinds;

  ReadText(String text, List<Contact> contacts, Entities entities) {
    this.text = text;
    kinds = new SlotKind[text.length()];
    Arrays.fill(kinds, SlotKind.WORDS);
    read(contacts, entities);
    partInWords();
  }

  static ReadText of(AssessedAdvert advert) {
    return new ReadText(advert.advert().text(), advert.contacts(), advert.entities());
  }

  /** Returns the text without the wording that nobody asked to read. */
  static ReadText masked(AssessedAdvert advert) {
    return new ReadText(MaskedText.of(advert), advert.contacts(), advert.entities());
  }

  /** Returns the words, in order. */
  List<String> words() {
    return words;
  }

  /** Returns what parts a word from the next, as one sign; nothing, if it is the last. */
  String spaceAfter(int word) {
    int start = places.get(word).end();
    int end = start;
    while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    if (end == start || end == text.length()) {
      return "";
    }
    return text.substring(start, end).indexOf('\n') >= 0 ? "\n" : " ";
  }

  /**
   * Returns the kind of thing that some words are: that which at least half of their letters and
   * digits were read as, or else a number if at least half of the words begin with a digit.
   *
   * @param from first of the words, which must be one at least
   * @param to the one after the last
   */
  SlotKind kind(int from, int to) {
    int[] signs = new int[SlotKind.values().length];
    int all = 0;
    for (int at = places.get(from).start(); at < places.get(to - 1).end(); at++) {
      if (Character.isLetterOrDigit(text.charAt(at))) {
        signs[kinds[at].ordinal()]++;
        all++;
      }
    }
    for (SlotKind kind : SlotKind.values()) {
      if (kind != SlotKind.WORDS && all > 0 && 2 * signs[kind.ordinal()] >= all) {
        return kind;
      }
    }
    long numbers = words.subList(from, to).stream().filter(ReadText::beginsWithADigit).count();
    return 2 * numbers >= to - from ? SlotKind.NUMBER : SlotKind.WORDS;
  }

  /** Returns whether the first of a word's letters and digits is a digit. */
  private static boolean beginsWithADigit(String word) {
    return word.chars().filter(Character::isLetterOrDigit).limit(1).anyMatch(Character::isDigit);
  }

  /** Where two things stand in one place, the later of these counts: the more particular one. */
  private void read(List<Contact> contacts, Entities entities) {
    entities.workingHours().forEach(hours -> mark(hours.span(), SlotKind.HOURS));
    entities.ages().forEach(age -> mark(age.span(), SlotKind.AGE));
    entities.prices().forEach(price -> mark(price.span(), SlotKind.PRICE));
    entities.places().forEach(place -> mark(place.span(), SlotKind.PLACE));
    entities.names().forEach(name -> mark(name.span(), SlotKind.NAME));
    contacts.forEach(contact -> mark(contact.span(), SlotKind.of(contact.type())));
  }

  private void mark(Span span, SlotKind kind) {
    int end = Math.min(span.end(), kinds.length);
    if (span.start() < end) {
      Arrays.fill(kinds, span.start(), end, kind);
    }
  }

  private void partInWords() {
    for (int at = 0; at < text.length() && words.size() < MAX_WORDS; at++) {
      int start = at;
      while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      if (at > start) {
        places.add(new Span(start, at));
        words.add(text.substring(start, at));
      }
    }
  }
}
