package org.vigie.classifier.entity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.classifier.digit.DigitGroup;
import org.vigie.classifier.digit.DigitRuns;
import org.vigie.classifier.digit.SaidInParts;
import org.vigie.text.NormalizedText;

/** Finds phone numbers, plain or disguised, in the parts of a text that are no other contact. */
final class PhoneFinder {
  /** Most groups one number is written in: every digit of 15 by itself, and two for 00. */
  private static final int MAX_GROUPS = 17;

  /** Fifteen (E.164), and two for 00. */
  private static final int MAX_DIGITS = 17;

  /** Years, prices and house numbers have fewer. */
  private static final int LEAST_DIGITS = 7;

  /**
   * Candidates tried in any text, and one more for so many characters: an advert needs a handful,
   * and a megabyte of single digits would otherwise take minutes.
   */
  private static final int LEAST_ATTEMPTS = 400;

  private static final int CHARACTERS_PER_ATTEMPT = 50;

  private final NormalizedText text;
  private final ContactWords words;
  private final PhoneRegions regions;
  private final NationalNumbers national;
  private final NotPhones notPhones;
  private final BareCodes bareCodes;
  private final DatesAndHours dates;
  private final SpelledPhone spelled;
  private final SaidInParts inParts;
  private final DialCodeBeside.Reader beside;
  private final UnplacedNumbers unplaced = new UnplacedNumbers();
  private int attempts;

  /**
   * A finder in one text.
   *
   * @param linked regions of hosts that the text names
   */
  PhoneFinder(NormalizedText text, ContactWords words, PhoneRegions regions, List<String> linked) {
    this.text = text;
    this.words = words;
    this.regions = regions;
    this.national = new NationalNumbers(regions, linked);
    this.attempts = LEAST_ATTEMPTS + text.length() / CHARACTERS_PER_ATTEMPT;
    this.beside = new DialCodeBeside.Reader(text.folded(), words, regions.language());
    this.notPhones = new NotPhones(text.folded(), words);
    this.bareCodes = new BareCodes(text, notPhones, regions.certain());
    this.inParts = new SaidInParts(text.folded(), words.spoken());
    this.dates = new DatesAndHours(text.folded(), inParts);
    this.spelled = new SpelledPhone(text.folded());
  }

  List<Found> find(boolean[] taken) {
    List<Found> found = new ArrayList<>();
    for (List<DigitGroup> run :
        DigitRuns.in(
            text,
            words.spoken(),
            regions.language(),
            notPhones::isAnnounced,
            regions.certain(),
            taken)) {
      for (List<DigitGroup> part : dates.withoutDates(run)) {
        (regions.certain() ? List.of(part) : dates.withoutHours(part))
            .forEach(groups -> findIn(groups, found));
      }
    }
    return found;
  }

  /** Returns the digits of numbers that are spelled in words and are no country's phone. */
  List<String> unplaced() {
    return unplaced.all();
  }

  private void findIn(List<DigitGroup> groups, List<Found> found) {
    if (groups.stream().mapToInt(group -> group.digits().length()).sum() < LEAST_DIGITS) {
      return;
    }
    List<List<DigitGroup>> parts = inParts.of(groups);
    if (SpelledPhone.isSpelled(groups) && parts.size() == 1) {
      findSpelled(groups, found);
      return;
    }
    boolean mayBeWhole =
        parts.size() > 1
            ? SpelledPhone.isLongEnough(groups) && BareCodes.beginsAsPhone(groups, digits(groups))
            : SpelledPhone.isPartlySpelled(groups);
    if (!mayBeWhole || !findWhole(spelled.withoutArticle(groups), found)) {
      int before = found.size();
      if (!spelled.isAbroad(groups)) {
        parts.forEach(part -> findPart(part, found));
      }
      if (found.size() == before && parts.size() == 1 && SpelledPhone.isMostlySpelled(groups)) {
        unplaced.add(digits(groups));
      }
    }
  }

  private void findPart(List<DigitGroup> part, List<Found> found) {
    if (SpelledPhone.isSpelled(part)) {
      findSpelled(part, found);
    } else {
      findPlain(part, found);
    }
  }

  private void findPlain(List<DigitGroup> groups, List<Found> found) {
    int i = 0;
    while (i < groups.size()) {
      int used = regions.certain() ? 0 : notPhones.lengthOfThing(groups, i);
      if (used == 0 && !SpelledPhone.isWordBefore(groups, i)) {
        used = longestFrom(groups, i, found);
      }
      i += Math.max(1, used);
    }
  }

  /** Who spells digits means all of them: none is left over for a shorter phone. */
  private void findSpelled(List<DigitGroup> groups, List<Found> found) {
    if (SpelledPhone.isList(groups)) {
      return;
    }
    for (List<DigitGroup> part : spelled.wholeOrWithoutCount(groups)) {
      PhoneNumbers.Phone phone = readingOf(part).phone();
      if (phone != null && regions.isLikely(phone.country())) {
        found.add(found(part, phone, part.getFirst().plus()));
        return;
      }
    }
    if (!findWhole(groups, found)) {
      unplaced.add(digits(groups));
    }
  }

  /** Reads all the groups, abroad where a plus or a word for it stands before. */
  private PhoneReading readingOf(List<DigitGroup> groups) {
    String digits = digits(groups);
    boolean plus = groups.getFirst().plus();
    PhoneReading abroad =
        !plus && spelled.isPlusBefore(groups.getFirst().start())
            ? reading(groups, digits, true, true)
            : PhoneReading.of(null);
    return abroad.phone() != null ? abroad : reading(groups, digits, plus, true);
  }

  /** Adds the phone that all the groups are; returns whether they are one. */
  private boolean findWhole(List<DigitGroup> groups, List<Found> found) {
    boolean plus = groups.getFirst().plus() || spelled.isPlusBefore(groups.getFirst().start());
    PhoneNumbers.Phone phone = readingOf(groups).phone();
    if (phone == null && !plus) {
      phone = spelled.withBareCode(groups, digits(groups));
    }
    if (phone == null || !plus && isAmountOrId(groups)) {
      return false;
    }
    found.add(found(groups, phone, groups.getFirst().plus()));
    return true;
  }

  /**
   * Adds the longest phone that starts at a group; returns how many groups it takes. Digits that
   * may be phones of several countries, all as likely, take theirs and add nothing.
   */
  private int longestFrom(List<DigitGroup> groups, int from, List<Found> found) {
    boolean plus = groups.get(from).plus();
    for (int count = groupsOfOneNumber(groups, from); count > 0; count--) {
      List<DigitGroup> written = groups.subList(from, from + count);
      String digits = digits(written);
      if (digits.length() < LEAST_DIGITS) {
        return 0;
      }
      boolean whole = from + count == groups.size() || groups.get(from + count).plus();
      PhoneReading reading = reading(written, digits, plus, whole);
      PhoneNumbers.Phone phone = reading.phone();
      boolean isCut = spelled.isCut(groups, from, count);
      if (phone != null && !isCut && (plus || !isAmountOrId(written))) {
        found.add(found(written, phone, plus));
        return count;
      }
      if (!reading.settled()) {
        return count;
      }
    }
    return 0;
  }

  /** Returns how many groups from one on may be one number: a plus begins another. */
  private static int groupsOfOneNumber(List<DigitGroup> groups, int from) {
    int most = Math.min(groups.size(), from + MAX_GROUPS);
    int digits = 0;
    for (int i = from; i < most; i++) {
      DigitGroup group = groups.get(i);
      boolean nextNumber = i > from && group.plus();
      digits += group.digits().length();
      if (nextNumber || digits > MAX_DIGITS) {
        return i - from;
      }
    }
    return most - from;
  }

  private static String digits(List<DigitGroup> groups) {
    StringBuilder digits = new StringBuilder();
    groups.forEach(group -> digits.append(group.digits()));
    return digits.toString();
  }

  private boolean isAmountOrId(List<DigitGroup> groups) {
    return notPhones.isAmountOrId(groups.getFirst().start(), groups.getLast().end());
  }

  private Found found(List<DigitGroup> groups, PhoneNumbers.Phone phone, boolean plus) {
    national.meet(phone.country());
    int start = groups.getFirst().start();
    int end = groups.getLast().end();
    int from = openingBefore(plus ? spelled.plusBefore(start) : start, end);
    Contact contact =
        new Contact(
            ContactType.PHONE,
            phone.e164(),
            phone.country(),
            text.originalSpan(from, end),
            PhoneDisguise.steps(text, groups));
    return new Found(contact, from, end);
  }

  /** Reads digits as long as there are attempts left. */
  private PhoneReading reading(
      List<DigitGroup> groups, String digits, boolean plus, boolean whole) {
    if (attempts <= 0) {
      return PhoneReading.of(null);
    }
    attempts--;
    PhoneNumbers.Phone told = plus ? null : asTold(digits, groups.getLast().end());
    return told == null ? read(groups, digits, plus, whole) : PhoneReading.of(told);
  }

  /** Reads digits by the country that is told behind them, or by the plus that they lack. */
  private PhoneNumbers.@Nullable Phone asTold(String digits, int end) {
    DialCodeBeside told = beside.after(end);
    if (told.plus()) {
      return PhoneNumbers.find(digits, true, "");
    }
    return told.region().isEmpty() ? null : PhoneNumbers.find(digits, false, told.region());
  }

  /**
   * Reads digits by the likely regions, by how they are written, by the country's code that stands
   * apart before them, and if a word announces a phone, by other regions too.
   */
  private PhoneReading read(List<DigitGroup> groups, String digits, boolean plus, boolean whole) {
    int start = groups.getFirst().start();
    boolean abroad = plus || digits.startsWith("00");
    PhoneReading reading =
        abroad
            ? PhoneReading.of(PhoneNumbers.find(digits, plus, ""))
            : national.read(groups, digits, whole, () -> notPhones.isAnnounced(start));
    PhoneNumbers.Phone mobile =
        !abroad && whole ? bareCodes.mobile(groups, digits, reading.phone()) : null;
    if (mobile != null || !reading.settled()) {
      return mobile == null ? reading : PhoneReading.of(mobile);
    }
    PhoneNumbers.Phone likeliest = reading.phone();
    if (likeliest == null && !abroad) {
      likeliest = national.readAsWritten(groups, digits);
    }
    if (likeliest == null && !abroad) {
      likeliest = bareCodes.read(groups, digits);
    }
    if (likeliest != null || regions.size() == 1 || !notPhones.isAnnounced(start)) {
      return PhoneReading.of(likeliest);
    }
    attempts -= plus ? 1 : regions.size();
    PhoneNumbers.Phone announced = PhoneNumbers.findAnnounced(digits, plus, regions);
    boolean isOfSeveral =
        announced != null && announced.country().isEmpty() && !plus && !regions.certain();
    return isOfSeveral ? PhoneReading.UNSETTLED : PhoneReading.of(announced);
  }

  /** Returns where a bracket opens before a number that it closes in, else the number's start. */
  private int openingBefore(int start, int end) {
    String folded = text.folded();
    int i = start > 0 && folded.charAt(start - 1) == ' ' ? start - 1 : start;
    boolean opens = i > 0 && folded.charAt(i - 1) == '(';
    return opens && folded.substring(start, end).indexOf(')') >= 0 ? i - 1 : start;
  }
}
