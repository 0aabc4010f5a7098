package org.vigie.pipeline.shared;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.ContentId;
import org.vigie.advert.IndicatorIds;
import org.vigie.advert.SharedMeaning;
import org.vigie.advert.SharedMeaning.Beside;
import org.vigie.pipeline.alert.ControlSigns;

/**
 * What joins an advert with others by the last digits of a phone, for whichever country it is read:
 * a national number is one of another country where the text is in another language, and of none
 * where it is spelled abroad. Where a strong sign of control is said, any number counts that stands
 * as phones do.
 *
 * <p>Other adverts have one only where a number is spelled or is of another country than theirs:
 * contacts join by themselves, and ordinary adverts cost nothing.
 */
public final class SameNumber {
  /** A number without its country's code and its trunk zero mostly has nine digits or ten. */
  private static final int LAST_DIGITS = 9;

  private static final int MOST_NUMBERS = 3;

  private SameNumber() {}

  /** Returns the {@linkplain SharedMeaning#key keys}, each once. */
  public static List<String> keys(AssessedAdvert assessed) {
    return numbers(assessed)
        .filter(number -> number.length() >= LAST_DIGITS)
        .map(number -> number.substring(number.length() - LAST_DIGITS))
        .distinct()
        .limit(MOST_NUMBERS)
        .map(digits ->
            new SharedMeaning(Beside.NUMBER, ContentId.of("", Beside.NUMBER.name(), "", digits)))
        .map(SharedMeaning::key)
        .sorted()
        .toList();
  }

  private static Stream<String> numbers(AssessedAdvert assessed) {
    boolean isControl = shows(assessed, ControlSigns::isOne);
    boolean isForeign = shows(assessed, IndicatorIds.PREFIX_MISMATCH::equals);
    Stream<String> read =
        assessed.contacts().stream()
            .filter(contact -> contact.type() == ContactType.PHONE)
            .filter(phone -> isControl || isForeign)
            .map(Contact::value);
    Stream<String> written =
        isControl ? WrittenNumbers.in(assessed.advert().text()) : Stream.empty();
    return Stream.of(read, assessed.entities().unplacedNumbers().stream(), written)
        .flatMap(numbers -> numbers);
  }

  private static boolean shows(AssessedAdvert assessed, Predicate<String> isMeant) {
    return assessed.indicators().stream()
        .anyMatch(found -> found.scored() && isMeant.test(found.id()));
  }
}
